using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Orders.Commands;

/// <summary>Provisioning begins again for what failed.</summary>
public sealed record RetryOrder(OrderId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("order.retry", "order", Id.Value.ToString());
}

internal sealed class RetryOrderHandler(OrderDesk desk, ICurrentActor actor) : ICommandHandler<RetryOrder>
{
    public async Task<Result> Handle(RetryOrder command, CancellationToken ct) =>
        await desk.Take(command.Id, ct) is { } order ? await desk.Retry(order, actor.Kind, ct) : OrderErrors.NotFound;
}
