using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Create;

/// <summary>
/// An approved order goes into work; the rows of its VPS and jobs are stored with the move. One that is scheduled for later stays
/// approved until its job is due.
/// </summary>
[ReactionName("provision-approved-order")]
internal sealed class ProvisionApprovedOrder(IOrders orders, ProvisionQueue queue, TimeProvider clock) : IReaction<OrderApproved>
{
    public async Task<Result> React(Envelope<OrderApproved> happened, CancellationToken ct)
    {
        var order = await orders.FindForUpdate(new OrderId(happened.AggregateId), ct);
        if (order is not { Kind: OrderKind.Console, Status: OrderStatus.Approved })
            return Result.Success;

        var now = clock.GetUtcNow();
        var started = order.Items.Any(item => item.DueAt(now) > now) ? Result.Success : order.StartProvisioning(ActorKind.System);
        if (started.IsSuccess)
            await queue.Enqueue(order, ct);

        return started;
    }
}
