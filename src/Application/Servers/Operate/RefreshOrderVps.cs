using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>The owner brings the VPS of an order up to date; what is still being built is looked at now instead of later.</summary>
public sealed record RefreshOrderVps(OrderId Id) : ICommand;

internal sealed class RefreshOrderVpsHandler(
    IOrders orders, IVpsRepository vpsRepository, IProvisionJobs jobs, VpsObserver observer, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<RefreshOrderVps>
{
    public async Task<Result> Handle(RefreshOrderVps command, CancellationToken ct)
    {
        if (await orders.Find(command.Id, ct) is not { } order || !order.IsOwnedBy(actor.UserId))
            return OrderErrors.NotFound;

        List<OrderItemId> built = [.. order.Items.Where(item => item.Action == OrderItemAction.Create).Select(item => item.Id)];
        foreach (var vps in (await vpsRepository.FindByItems(built, ct)).Where(vps => vps.AutomationInstanceId is not null))
        {
            var refreshed = await observer.Refresh(vps, Detail.Everything, ct);
            if (!refreshed.IsSuccess)
                return refreshed;
        }

        foreach (var item in order.Items.Where(item => item.Status == OrderItemStatus.Provisioning))
            (await jobs.FindByItem(item.Id, ct))?.RunNow(clock.GetUtcNow());

        return order.Recompute();
    }
}
