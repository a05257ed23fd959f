using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Cart;

namespace VpsPanel.Application.Sales.Cart.Commands;

public sealed record RemoveFromCart(CartItemId Id) : ICommand;

internal sealed class RemoveFromCartHandler(ICarts carts, ICurrentActor actor) : ICommandHandler<RemoveFromCart>
{
    public async Task<Result> Handle(RemoveFromCart request, CancellationToken cancellationToken)
    {
        var item = await carts.FindForUpdate(request.Id, cancellationToken);
        if (item is null || item.UserId != actor.UserId)
            return CartErrors.NotFound;

        carts.Remove(item);
        return Result.Success;
    }
}
