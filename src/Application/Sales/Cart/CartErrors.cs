using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Cart;

namespace VpsPanel.Application.Sales.Cart;

public static class CartErrors
{
    public static Error NotFound { get; } = Error.NotFound("cart.not_found");

    public static Error Full { get; } = Error.Conflict("cart.full", $"a cart holds at most {CartItem.MaxPerUser} lines");
}
