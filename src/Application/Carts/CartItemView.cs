using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog;
using VpsPanel.Domain.Carts;

namespace VpsPanel.Application.Carts;

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

internal sealed class CartMaps : Maps
{
    public CartMaps() => CreateMap<CartItem, CartItemView>().ConvertUsing(item => new CartItemView(
        item.Id.Value,
        item.UserId.Value,
        item.PackageId.Value,
        item.SystemId.Value,
        item.Spec(),
        item.Qty,
        item.Amount,
        item.CreatedAt,
        item.UpdatedAt));
}
