using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Sales.Cart;

namespace VpsPanel.Application.Sales.Cart;

/// <param name="Amount">The whole line at the price of its last change.</param>
public sealed record CartItemView(
    long Id,
    long UserId,
    long PackageId,
    long SystemId,
    CartSpec Spec,
    int Qty,
    Yuan Amount,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

internal sealed class CartMaps : Mappings
{
    public CartMaps() => CreateMap<CartItem, CartItemView>()
        .ForCtorParam(nameof(CartItemView.Spec), view => view.MapFrom(item => item.Spec()));
}
