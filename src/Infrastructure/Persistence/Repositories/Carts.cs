using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Sales.Cart;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Cart;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Carts(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<CartItem, CartItemId>(db, work, dialect), ICarts
{
    public async Task<IReadOnlyList<CartItem>> ListOf(UserId user, CancellationToken ct) =>
        await Set.Where(item => item.UserId == user).OrderBy(item => item.Id).ToListAsync(ct);

    public async Task Clear(UserId user, CancellationToken ct) => Set.RemoveRange(await ListOf(user, ct));
}
