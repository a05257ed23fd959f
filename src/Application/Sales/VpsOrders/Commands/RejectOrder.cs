using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

public sealed record RejectOrder(OrderId Id, string Reason) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("order.reject", "order", Id.Value.ToString(), new { Reason });
}

internal sealed class RejectOrderValidator : AbstractValidator<RejectOrder>
{
    public RejectOrderValidator() => RuleFor(command => command.Reason).MaximumLength(500);
}

internal sealed class RejectOrderHandler(OrderReview review, ICurrentActor actor) : ICommandHandler<RejectOrder>
{
    public async Task<Result> Handle(RejectOrder command, CancellationToken ct) =>
        await review.FindForUpdate(
            command.Id, ct) is { } order ? await review.Reject(order, actor.Actor, command.Reason, ct) : OrderErrors.NotFound;
}
