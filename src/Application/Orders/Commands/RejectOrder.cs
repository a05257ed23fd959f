using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Orders.Commands;

public sealed record RejectOrder(OrderId Id, string Reason) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("order.reject", "order", Id.Value.ToString(), new { Reason });
}

internal sealed class RejectOrderValidator : AbstractValidator<RejectOrder>
{
    public RejectOrderValidator() => RuleFor(command => command.Reason).MaximumLength(500);
}

internal sealed class RejectOrderHandler(OrderDesk desk, ICurrentActor actor) : ICommandHandler<RejectOrder>
{
    public async Task<Result> Handle(RejectOrder command, CancellationToken ct) =>
        await desk.Take(command.Id, ct) is { } order ? await desk.Reject(order, actor.Actor, command.Reason, ct) : OrderErrors.NotFound;
}
