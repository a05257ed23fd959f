using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Cart;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Cart;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>
/// Takes the lines out of the caller's cart. Nobody pays a price that they have not seen: a line whose price changed, or that is no
/// longer sold, is refused by its name. Two checkouts of one cart meet at the row versions of its lines, and one finds it empty.
/// </summary>
internal sealed class CartCheckout(ICarts carts, CatalogPricing catalog, ICurrentActor actor)
{
    public async Task<Result<IReadOnlyList<PricedLine>>> Empty(CancellationToken ct)
    {
        List<PricedLine> lines = [];
        foreach (var item in await carts.ListOf(actor.UserId, ct))
        {
            var line = await catalog.Price(item.ToRequest(), ct);
            if (!line.IsSuccess)
                return Named(item, Unavailable(line.Error));

            if (line.Value.Total != item.Amount)
                return Named(item, PriceChanged);

            lines.Add(line.Value);
            carts.Remove(item);
        }

        return lines.Count > 0 ? lines : Error.Validation("items", "the cart is empty", "cart.empty");
    }

    private static Error PriceChanged { get; } = Error.Conflict("cart.price_changed", "the price has changed, look at the cart again");

    private static Error Unavailable(Error why) => why.Kind == ErrorKind.Conflict
        ? why
        : Error.Conflict("cart.unavailable", $"no longer available: {why.Message}");

    private static Error Named(CartItem item, Error error) =>
        error with { Details = new Dictionary<string, string[]> { [$"cart[{item.Id.Value}]"] = [error.Message] } };
}
