using AutoMapper;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog;
using VpsPanel.Domain.Carts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Carts.Commands;

/// <summary>Changes what is mentioned and takes today's price for the whole line.</summary>
public sealed record ChangeCartItem(CartItemId Id, CartSpec? Spec, int? Qty) : ICommand<CartItemView>;

internal sealed class ChangeCartItemHandler(ICarts carts, Catalogue catalogue, ICurrentActor actor, IMapper maps, TimeProvider clock)
    : ICommandHandler<ChangeCartItem, CartItemView>
{
    public async Task<Result<CartItemView>> Handle(ChangeCartItem request, CancellationToken cancellationToken)
    {
        var item = await carts.FindForUpdate(request.Id, cancellationToken);
        if (item is null || item.UserId != actor.UserId)
            return CartErrors.NotFound;

        var wanted = new WantedLine(item.PackageId, item.SystemId, request.Spec ?? item.Spec(), request.Qty ?? item.Qty);
        var priced = await catalogue.Price(wanted, cancellationToken);
        if (!priced.IsSuccess)
            return priced.Error;

        item.Choose(priced.Value.Choice());

        // The row is stamped when it is stored, which is after this answer is made.
        return maps.Map<CartItemView>(item) with { UpdatedAt = clock.GetUtcNow() };
    }
}
