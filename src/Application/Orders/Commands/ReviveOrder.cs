using AutoMapper;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Orders.Commands;

/// <summary>The owner wants an order after all that was closed unpaid: at today's price, with a new place in the stock.</summary>
public sealed record ReviveOrder(OrderId Id) : ICommand<PlacedOrder>;

internal sealed class ReviveOrderHandler(
    OrderDesk desk,
    OrderRepricing repricing,
    OrderLimits limits,
    Reservations stock,
    ISettings settings,
    ICurrentActor actor,
    IMapper maps,
    TimeProvider clock) : ICommandHandler<ReviveOrder, PlacedOrder>
{
    public async Task<Result<PlacedOrder>> Handle(ReviveOrder command, CancellationToken ct)
    {
        if (await desk.TakeOwn(command.Id, actor, ct) is not { } order)
            return OrderErrors.NotFound;

        if (order.Revivable() is { IsSuccess: false } refusal)
            return refusal.Error;

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
        return reserved.IsSuccess ? new PlacedOrder(maps.Map<OrderView>(order), maps.MapItems(order)) : reserved.Error;
    }
}
