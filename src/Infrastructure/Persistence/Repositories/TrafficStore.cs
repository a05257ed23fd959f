using System.Data.Common;
using System.Text;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using VpsPanel.Application.Proxies.Traffic;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Proxies.Traffic;
using VpsPanel.Domain.Sales.Subscriptions;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class TrafficStore(PanelDb db, EfUnitOfWork work, IDialect dialect, TimeProvider clock) : ITrafficStore
{
    private readonly string _held = dialect.LockRows("subscriptions").Replace("select 1 ", "select id ", StringComparison.Ordinal);

    private readonly string _use =
        $"""
        update subscriptions
        set traffic_used_bytes = case when traffic_used_bytes > @most - x.bytes then @most else traffic_used_bytes + x.bytes end,
            row_version = row_version + 1, updated_at = @now
        from {dialect.NumbersOf("@rows", "x", "id", "bytes")}
        where subscriptions.id = x.id
        """;

    private readonly string _count = dialect.Upsert(
        "traffic_counters",
        ["node_id", "subscription_id"],
        ["boot_id", "sequence", "upload_bytes", "download_bytes", "counted_bytes", "reported_at"],
        $"select @node as node_id, x.id as subscription_id, @boot as boot_id, x.sequence, x.up as upload_bytes, x.down as download_bytes, "
        + $"x.counted as counted_bytes, @now as reported_at from {dialect.NumbersOf("@rows", "x", "id", "sequence", "up", "down", "counted")}");

    public async Task<bool> Hold(NodeId node, CancellationToken ct)
    {
        await work.Lock("nodes", node.Value, ct);
        return await db.Set<Node>().AnyAsync(known => known.Id == node, ct);
    }

    // In one order for everybody: two nodes that report on the same subscriptions must not wait for each other.
    public async Task<IReadOnlySet<SubscriptionId>> Hold(IReadOnlyList<SubscriptionId> subscriptions, CancellationToken ct)
    {
        var known = await work.Run(() => Connection.QueryAsync<long>(
            Command(_held, new { ids = dialect.KeyList([.. subscriptions.Select(id => id.Value)]) }, ct)));
        return known.Select(id => new SubscriptionId(id)).ToHashSet();
    }

    public async Task BeginQuotaPeriods(
        IReadOnlyList<SubscriptionId> subscriptions, BillingCalendar calendar, DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Set<Subscription>().Where(one => subscriptions.Contains(one.Id) && one.NextResetAt <= now).ToListAsync(ct);
        foreach (var subscription in due)
            subscription.BeginQuotaPeriod(calendar, now);

        // Before the statement that counts, which changes the same rows.
        if (due.Count > 0)
            await work.Flush(ct);
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
        await db.Set<TrafficCounter>().AsNoTracking().Where(counter => counter.NodeId == node && subscriptions.Contains(counter.SubscriptionId))
            .ToDictionaryAsync(counter => counter.SubscriptionId, ct);

    public async Task Write(
        NodeId node, IReadOnlyList<TrafficCounter> counters, IReadOnlyCollection<KeyValuePair<SubscriptionId, long>> added,
        CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (counters.Count > 0)
        {
            var rows = Rows(counters, counter =>
                [counter.SubscriptionId.Value, counter.Sequence, counter.UploadBytes, counter.DownloadBytes, counter.CountedBytes]);
            var values = new { rows, node = node.Value, boot = counters[0].BootId, now };
            await work.Run(() => Connection.ExecuteAsync(Command(_count, values, ct)));
        }

        if (added.Count > 0)
        {
            var values = new { rows = Rows(added, pair => [pair.Key.Value, pair.Value]), most = SubscriptionTerms.MaxTraffic, now };
            await work.Run(() => Connection.ExecuteAsync(Command(_use, values, ct)));
        }
    }

    private DbConnection Connection => db.Database.GetDbConnection();

    /// <summary>A JSON array of arrays of whole numbers: one parameter for any number of rows, on both databases.</summary>
    private static string Rows<T>(IEnumerable<T> items, Func<T, long[]> numbers)
    {
        var text = new StringBuilder("[");
        foreach (var item in items)
            text.Append(text.Length > 1 ? ",[" : "[").AppendJoin(',', numbers(item)).Append(']');

        return text.Append(']').ToString();
    }

    private CommandDefinition Command(string text, object values, CancellationToken ct) =>
        new(text, values, db.Database.CurrentTransaction!.GetDbTransaction(), cancellationToken: ct);
}
