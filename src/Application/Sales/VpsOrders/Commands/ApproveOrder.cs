using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

public sealed record ApproveOrder(OrderId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("order.approve", "order", Id.Value.ToString());
}

internal sealed class ApproveOrderHandler(OrderReview review, ICurrentActor actor) : ICommandHandler<ApproveOrder>
{
    public async Task<Result> Handle(ApproveOrder command, CancellationToken ct) =>
        await review.FindForUpdate(command.Id, ct) is { } order ? await review.Approve(order, actor.Actor, ct) : OrderErrors.NotFound;
}
