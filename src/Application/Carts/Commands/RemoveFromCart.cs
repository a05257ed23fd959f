using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Carts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Carts.Commands;

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
