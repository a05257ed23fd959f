using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Proxies.Traffic;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Proxies.Traffic;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class TrafficStore(PanelDb db, EfUnitOfWork work) : ITrafficStore
{
    public async Task<bool> Hold(NodeId node, CancellationToken ct)
    {
        await work.Lock("nodes", node.Value, ct);
        return await db.Set<Node>().AnyAsync(known => known.Id == node, ct);
    }

    public async Task<IReadOnlyDictionary<SubscriptionId, Subscription>> Hold(
        IReadOnlyList<SubscriptionId> subscriptions, CancellationToken ct)
    {
        // In one order for everybody: two nodes that report on the same subscriptions must not wait for each other.
        await work.LockAll("subscriptions", [.. subscriptions.Select(id => id.Value)], ct);
        return await db.Set<Subscription>().Where(subscription => subscriptions.Contains(subscription.Id))
            .ToDictionaryAsync(subscription => subscription.Id, ct);
    }

    public async Task<bool> IsCurrent(NodeId node, string bootId, DateTimeOffset now, CancellationToken ct)
    {
        var boots = db.Set<NodeBoot>().Where(boot => boot.NodeId == node);
        var last = await boots.OrderByDescending(boot => boot.Id).Select(boot => boot.BootId).FirstOrDefaultAsync(ct);
        if (last == bootId)
            return true;

        if (await boots.AnyAsync(boot => boot.BootId == bootId, ct))
            return false;

        db.Add(NodeBoot.Of(node, bootId, now));
        return true;
    }

    public async Task<IReadOnlyDictionary<SubscriptionId, TrafficCounter>> Counters(
        NodeId node, IReadOnlyList<SubscriptionId> subscriptions, CancellationToken ct) =>
        await db.Set<TrafficCounter>().Where(counter => counter.NodeId == node && subscriptions.Contains(counter.SubscriptionId))
            .ToDictionaryAsync(counter => counter.SubscriptionId, ct);

    public void Add(TrafficCounter counter) => db.Add(counter);
}
