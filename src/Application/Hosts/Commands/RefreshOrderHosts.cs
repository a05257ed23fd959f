using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner brings the hosts of an order up to date; what is still being built is looked at now instead of later.</summary>
public sealed record RefreshOrderHosts(OrderId Id) : ICommand;

internal sealed class RefreshOrderHostsHandler(
    IOrders orders, IVpsStore servers, IProvisionJobs jobs, HostObserver observer, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<RefreshOrderHosts>
{
    public async Task<Result> Handle(RefreshOrderHosts command, CancellationToken ct)
    {
        if (await orders.Find(command.Id, ct) is not { } order || !order.IsOwnedBy(actor.UserId))
            return OrderErrors.NotFound;

        List<OrderItemId> built = [.. order.Items.Where(item => item.Action == OrderItemAction.Create).Select(item => item.Id)];
        foreach (var vps in (await servers.FindByItems(built, ct)).Where(vps => vps.AutomationInstanceId is not null))
        {
            var refreshed = await observer.Refresh(vps, Detail.Everything, ct);
            if (!refreshed.IsSuccess)
                return refreshed;
        }

        foreach (var item in order.Items.Where(item => item.Status == OrderItemStatus.Provisioning))
            (await jobs.FindByItem(item.Id, ct))?.Hurry(clock.GetUtcNow());

        return order.Recompute();
    }
}
