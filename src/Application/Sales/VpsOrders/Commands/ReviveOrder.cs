using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

/// <summary>The owner wants an order after all that was closed unpaid: at today's price, with a new place in the stock.</summary>
public sealed record ReviveOrder(OrderId Id) : ICommand<PlacedOrder>;

internal sealed class ReviveOrderHandler(
    OrderReview review,
    OrderRepricing repricing,
    OrderLimits limits,
    Reservations stock,
    ISettings settings,
    ICurrentActor actor,
    TimeProvider clock) : ICommandHandler<ReviveOrder, PlacedOrder>
{
    public async Task<Result<PlacedOrder>> Handle(ReviveOrder command, CancellationToken ct)
    {
        if (await review.FindOwnForUpdate(command.Id, actor, ct) is not { } order)
            return OrderErrors.NotFound;

        if (order.Revivable() is { IsSuccess: false } failure)
            return failure.Error;

        var today = await repricing.Price(order, ct);
        if (!today.IsSuccess)
            return today.Error;

        if (await limits.RefuseUnpaid(order.UserId, ct) is { } tooMany)
            return tooMany;

        var purchases = order.Items.Count(item => item.Action == OrderItemAction.Create);
        if (purchases > 0 && await limits.RefuseVps(order.UserId, purchases, ct) is { } tooManyVps)
            return tooManyVps;

        var revived = order.Revive(today.Value, await settings.PaymentWindow(ct), clock.GetUtcNow());
        if (!revived.IsSuccess)
            return revived.Error;

        var reserved = await stock.Reserve(order.Places, ct);
        return reserved.IsSuccess ? new PlacedOrder(order.ToView(), order.ToItemViews()) : reserved.Error;
    }
}
