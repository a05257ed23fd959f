using VpsPanel.Application.Hosts;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning;

/// <summary>Puts the items of an order in work. The caller holds the order, so that two cannot queue the same item.</summary>
internal sealed class HostQueue(
    IProvisionJobs jobs, IVpsStore servers, AccessVault vault, IInstallation installation, TimeProvider clock)
{
    /// <summary>Queues every item that is to be done and is not in work; does nothing for those that are.</summary>
    public async Task Enqueue(Order order, CancellationToken ct)
    {
        foreach (var item in order.Items.Where(IsToBeDone))
        {
            var job = await jobs.FindByItem(item.Id, ct);
            if (job is { Status: not ProvisionJobStatus.Done })
                continue;

            if (item.Host is { } plan)
                order.HostReserved(item.Id, await Reserve(order.UserId, item, plan, ct));

            if (job is null)
                await jobs.Add(ProvisionJob.Queue(order.Id, item.Id, item.Action, item.DueAt(clock.GetUtcNow())), ct);
            else
                job.Requeue(clock.GetUtcNow());
        }
    }

    public static bool IsToBeDone(OrderItem item) => item.Status is OrderItemStatus.Approved or OrderItemStatus.Provisioning;

    /// <summary>The row that the host will fill; at a retry it is there already, perhaps with a host.</summary>
    private async Task<VpsId> Reserve(UserId owner, OrderItem item, HostPlan plan, CancellationToken ct)
    {
        if (await servers.FindByItem(item.Id, ct) is { } known)
        {
            known.Reopen();
            return known.Id;
        }

        var vps = Vps.Reserve(owner, item.Id, plan, HostNames.Of(installation, item.Id), item.Spec, vault.Seal(HostPasswords.New()));
        await servers.Add(vps, ct);
        return vps.Id;
    }
}
