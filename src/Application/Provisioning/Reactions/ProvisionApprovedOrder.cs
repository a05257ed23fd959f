using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Reactions;

/// <summary>
/// An approved order goes into work; the rows of its hosts and jobs are stored with the move. One that is scheduled for later stays
/// approved until its job is due.
/// </summary>
[ReactionName("provision-approved-order")]
internal sealed class ProvisionApprovedOrder(IOrders orders, HostQueue queue, TimeProvider clock) : IReaction<OrderApproved>
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
