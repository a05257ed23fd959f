using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.VpsOrders.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>Turns priced lines into an order of the caller that holds its places in the stock.</summary>
internal sealed class OrderPlacing(
    IOrders orders, OrderLimits limits, Reservations stock, ISettings settings, ICurrentActor actor, TimeProvider clock)
{
    public async Task<Result<PlacedOrder>> Place(IReadOnlyList<PricedLine> lines, string? idempotencyKey, CancellationToken ct)
    {
        if (lines.Count > PlaceOrder.MaxLines || lines.Sum(line => line.Qty) > PlaceOrder.MaxHosts)
            return TooLarge;

        var items = lines.SelectMany(Items).ToList();
        if (await Refusal(items, ct) is { } failure)
            return failure;

        var placed = Order.Place(
            actor.UserId, actor.Kind, items, Key(idempotencyKey), clock.GetUtcNow(), paymentWindow: await settings.PaymentWindow(ct));
        if (!placed.IsSuccess)
            return placed.Error;

        var order = placed.Value;
        await orders.Add(order, ct);
        var reserved = await stock.Reserve(order.Places, ct);
        return reserved.IsSuccess ? new PlacedOrder(order.ToView(), order.ToItemViews()) : reserved.Error;
    }

    private static Error TooLarge { get; } = Error.Validation(
        "items", $"an order has at most {PlaceOrder.MaxLines} lines and {PlaceOrder.MaxHosts} hosts", "order.too_large");

    private async Task<Error?> Refusal(List<OrderItem> items, CancellationToken ct)
    {
        var waits = items.Sum(item => item.AmountCents) > 0;
        return (waits ? await limits.RefuseUnpaid(actor.UserId, ct) : null) ?? await limits.RefuseVps(actor.UserId, items.Count, ct);
    }

    private static IEnumerable<OrderItem> Items(PricedLine line) =>
        line.Total.Split(line.Qty).Select(amount => OrderItem.Purchase(line.Host, OrderSpecs.Write(line.Spec), amount));

    private static string? Key(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
