using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

/// <summary>Provisioning begins again for what failed.</summary>
public sealed record RetryOrder(OrderId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("order.retry", "order", Id.Value.ToString());
}

internal sealed class RetryOrderHandler(OrderReview review, ICurrentActor actor) : ICommandHandler<RetryOrder>
{
    public async Task<Result> Handle(RetryOrder command, CancellationToken ct) =>
        await review.FindForUpdate(command.Id, ct) is { } order ? await review.Retry(order, actor.Kind, ct) : OrderErrors.NotFound;
}
