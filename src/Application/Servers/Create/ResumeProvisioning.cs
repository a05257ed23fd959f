using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Create;

/// <summary>
/// An admin started a failed order again. Its jobs are queued again under the same VPS names, so a VPS that did come up after
/// all is found instead of made twice.
/// </summary>
[ReactionName("resume-provisioning")]
internal sealed class ResumeProvisioning(IOrders orders, ProvisionQueue queue) : IReaction<OrderProvisioningResumed>
{
    public async Task<Result> React(Envelope<OrderProvisioningResumed> happened, CancellationToken ct)
    {
        if (await orders.FindForUpdate(new OrderId(happened.AggregateId), ct) is { Status: OrderStatus.Provisioning } order)
            await queue.Enqueue(order, ct);

        return Result.Success;
    }
}
