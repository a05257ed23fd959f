using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Orders.Commands;

public sealed record ApproveOrder(OrderId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("order.approve", "order", Id.Value.ToString());
}

internal sealed class ApproveOrderHandler(OrderDesk desk, ICurrentActor actor) : ICommandHandler<ApproveOrder>
{
    public async Task<Result> Handle(ApproveOrder command, CancellationToken ct) =>
        await desk.Take(command.Id, ct) is { } order ? await desk.Approve(order, actor.Actor, ct) : OrderErrors.NotFound;
}
