using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Cart;

namespace VpsPanel.Application.Sales.Cart;

public interface ICarts : IRepository<CartItem, CartItemId>
{
    /// <summary>In the order in which the lines were added.</summary>
    Task<IReadOnlyList<CartItem>> ListOf(UserId user, CancellationToken ct);

    Task Clear(UserId user, CancellationToken ct);
}
