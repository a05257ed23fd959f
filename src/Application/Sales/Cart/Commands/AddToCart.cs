using AutoMapper;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Cart;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Cart.Commands;

/// <summary>Adds a line of its own, also when one like it is there.</summary>
public sealed record AddToCart(PackageId PackageId, SystemImageId SystemId, CartSpec? Spec, int Qty) : ICommand<CartItemView>;

internal sealed class AddToCartHandler(ICarts carts, IUsers users, CatalogPricing catalog, ICurrentActor actor, IMapper maps)
    : ICommandHandler<AddToCart, CartItemView>
{
    public async Task<Result<CartItemView>> Handle(AddToCart request, CancellationToken cancellationToken)
    {
        // Parallel adds of one customer queue up here, so that none of them miscounts the lines.
        await users.FindForUpdate(actor.UserId, cancellationToken);
        if ((await carts.ListOf(actor.UserId, cancellationToken)).Count >= CartItem.MaxPerUser)
            return CartErrors.Full;

        var wanted = new OrderLineRequest(request.PackageId, request.SystemId, request.Spec, request.Qty);
        var priced = await catalog.Price(wanted, cancellationToken);
        if (!priced.IsSuccess)
            return priced.Error;

        var item = CartItem.Add(actor.UserId, request.PackageId, request.SystemId, priced.Value.Choice());
        await carts.Add(item, cancellationToken);
        return maps.Map<CartItemView>(item);
    }
}
