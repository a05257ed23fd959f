using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>Puts the items of an order in work. The caller holds the order, so that two cannot queue the same item.</summary>
internal sealed class ProvisionQueue(
    IProvisionJobs jobs, IVpsRepository vpsRepository, VpsCredentialProtector credentials, IInstallation installation, TimeProvider clock)
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

    /// <summary>The row that the VPS will fill; at a retry it is there already, perhaps with a host.</summary>
    private async Task<VpsId> Reserve(UserId owner, OrderItem item, VpsPurchase plan, CancellationToken ct)
    {
        if (await vpsRepository.FindByItem(item.Id, ct) is { } known)
        {
            known.Provision();
            return known.Id;
        }

        var vps = Vps.Reserve(owner, item.Id, plan, VpsNames.Of(installation, item.Id), item.Spec, credentials.Protect(VpsPasswords.New()));
        await vpsRepository.Add(vps, ct);
        return vps.Id;
    }
}
