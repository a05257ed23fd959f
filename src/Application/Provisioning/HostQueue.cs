using VpsPanel.Application.Hosts;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Provisioning;

/// <summary>Puts the hosts of an order in work. The caller holds the order, so that two cannot queue the same item.</summary>
internal sealed class HostQueue(
    IProvisionJobs jobs, IVpsStore servers, AccessVault vault, IInstallation installation, TimeProvider clock)
{
    /// <summary>Queues every host that is to be built and is not in work; does nothing for those that are.</summary>
    public async Task Enqueue(Order order, CancellationToken ct)
    {
        foreach (var item in order.Items.Where(IsToBeBuilt))
        {
            var job = await jobs.FindByItem(item.Id, ct);
            if (job is { Status: not ProvisionJobStatus.Done })
                continue;

            order.HostReserved(item.Id, await Reserve(order.UserId, item, ct));
            if (job is null)
                await jobs.Add(ProvisionJob.Queue(order.Id, item.Id, clock.GetUtcNow()), ct);
            else
                job.Requeue(clock.GetUtcNow());
        }
    }

    public static bool IsToBeBuilt(OrderItem item) => item is { Action: OrderItemAction.Create, Status: OrderItemStatus.Provisioning, Host: not null };

    /// <summary>The row that the host will fill; at a retry it is there already, perhaps with a host.</summary>
    private async Task<VpsId> Reserve(UserId owner, OrderItem item, CancellationToken ct)
    {
        if (await servers.FindByItem(item.Id, ct) is { } known)
        {
            known.Reopen();
            return known.Id;
        }

        var vps = Vps.Reserve(owner, item.Id, item.Host!, HostNames.Of(installation, item.Id), item.Spec, vault.Seal(HostPasswords.New()));
        await servers.Add(vps, ct);
        return vps.Id;
    }
}
