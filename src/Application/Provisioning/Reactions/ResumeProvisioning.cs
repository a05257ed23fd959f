using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Reactions;

/// <summary>
/// An admin started a failed order again. Its jobs are queued again under the same host names, so a host that did come up after
/// all is found instead of made twice.
/// </summary>
[ReactionName("resume-provisioning")]
internal sealed class ResumeProvisioning(IOrders orders, HostQueue queue) : IReaction<OrderProvisioningStarted>
{
    public async Task<Result> React(Envelope<OrderProvisioningStarted> happened, CancellationToken ct)
    {
        if (await orders.FindForUpdate(new OrderId(happened.AggregateId), ct) is { Status: OrderStatus.Provisioning } order)
            await queue.Enqueue(order, ct);

        return Result.Success;
    }
}
