using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Cart;

namespace VpsPanel.Application.Sales.Cart.Commands;

/// <summary>Changes what is mentioned and takes today's price for the whole line.</summary>
public sealed record ChangeCartItem(CartItemId Id, CartSpec? Spec, int? Qty) : ICommand<CartItemView>;

internal sealed class ChangeCartItemHandler(ICarts carts, CatalogPricing catalog, ICurrentActor actor, IMapper maps, TimeProvider clock)
    : ICommandHandler<ChangeCartItem, CartItemView>
{
    public async Task<Result<CartItemView>> Handle(ChangeCartItem request, CancellationToken cancellationToken)
    {
        var item = await carts.FindForUpdate(request.Id, cancellationToken);
        if (item is null || item.UserId != actor.UserId)
            return CartErrors.NotFound;

        var wanted = new OrderLineRequest(item.PackageId, item.SystemId, request.Spec ?? item.Spec(), request.Qty ?? item.Qty);
        var priced = await catalog.Price(wanted, cancellationToken);
        if (!priced.IsSuccess)
            return priced.Error;

        item.Choose(priced.Value.Choice());

        // The row is stamped when it is stored, which is after this answer is made.
        return maps.Map<CartItemView>(item) with { UpdatedAt = clock.GetUtcNow() };
    }
}
