using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>What the items of an order would be if they were ordered today.</summary>
internal sealed class OrderRepricing(CatalogPricing catalog, IVpsChangePricing changes, IRealNamePolicy gate)
{
    /// <returns>One item for each of the order's, in their order; <c>order.unavailable</c> when one is no longer to be had.</returns>
    public async Task<Result<IReadOnlyList<OrderItem>>> Price(Order order, CancellationToken ct)
    {
        var allowed = await gate.Allow(order.UserId, Gate(order), ct);
        if (!allowed.IsSuccess)
            return allowed.Error;

        List<OrderItem> today = [];
        foreach (var item in order.Items)
        {
            var priced = item.Change is null ? await Purchase(item, ct) : await changes.PriceToday(item, ct);
            if (!priced.IsSuccess)
                return Gone(priced.Error);

            today.Add(priced.Value);
        }

        return today;
    }

    private static string Gate(Order order) => order.Items[0].Action switch
    {
        OrderItemAction.Renew => RealNameActions.RenewVps,
        OrderItemAction.Resize => RealNameActions.ResizeVps,
        _ => RealNameActions.PurchaseVps,
    };

    private async Task<Result<OrderItem>> Purchase(OrderItem item, CancellationToken ct)
    {
        var wanted = new OrderLineRequest(new PackageId(item.PackageId), new SystemImageId(item.SystemId), OrderSpecs.Read(item.Spec), 1);
        var line = await catalog.Price(wanted, ct);
        return line.Map(priced => OrderItem.Purchase(priced.Host, OrderSpecs.Write(priced.Spec), priced.Total));
    }

    /// <summary>What the customer asked for was right once: it is the state of things that has changed.</summary>
    private static Error Gone(Error why) => why.Kind is ErrorKind.Conflict or ErrorKind.Forbidden
        ? why
        : OrderErrors.Unavailable with { Message = $"{OrderErrors.Unavailable.Message}: {why.Message}" };
}
