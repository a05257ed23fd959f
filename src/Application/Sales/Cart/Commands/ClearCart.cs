using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Cart.Commands;

public sealed record ClearCart : ICommand;

internal sealed class ClearCartHandler(ICarts carts, ICurrentActor actor) : ICommandHandler<ClearCart>
{
    public async Task<Result> Handle(ClearCart request, CancellationToken cancellationToken)
    {
        await carts.Clear(actor.UserId, cancellationToken);
        return Result.Success;
    }
}
