using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Reactions;

/// <summary>An approved order that buys hosts goes into work; the rows of its hosts and jobs are stored with the move.</summary>
internal sealed class ProvisionApprovedOrder(IOrders orders, HostQueue queue) : IReaction<OrderApproved>
{
    public async Task<Result> React(Envelope<OrderApproved> happened, CancellationToken ct)
    {
        var order = await orders.FindForUpdate(new OrderId(happened.AggregateId), ct);
        if (order is not { Kind: OrderKind.Console, Status: OrderStatus.Approved } || !order.Items.Any(item => item.Action == OrderItemAction.Create))
            return Result.Success;

        var started = order.StartProvisioning(ActorKind.System);
        if (started.IsSuccess)
            await queue.Enqueue(order, ct);

        return started;
    }
}
