using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

/// <summary>The clock closes an order, of either kind, that was not paid in time. Its places can be sold again.</summary>
internal sealed record ExpireOrder(OrderId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("order.expire", "order", Id.Value.ToString());
}

internal sealed class ExpireOrderHandler(IOrders orders, OrderReview review) : ICommandHandler<ExpireOrder>
{
    public async Task<Result> Handle(ExpireOrder command, CancellationToken ct) =>
        await orders.FindForUpdate(command.Id, ct) is { } order ? await review.Expire(order, ct) : OrderErrors.NotFound;
}
