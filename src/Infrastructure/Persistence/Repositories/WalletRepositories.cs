using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Wallets(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<Wallet, WalletId>(db, work, dialect), IWallets
{
    private readonly PanelDb _db = db;

    public async Task<Wallet> ForUpdate(UserId user, string currency, CancellationToken ct)
    {
        var id = await Set.Where(wallet => wallet.UserId == user && wallet.Currency == currency)
            .Select(wallet => (WalletId?)wallet.Id)
            .FirstOrDefaultAsync(ct);
        if (id is { } known)
            return (await FindForUpdate(known, ct))!;

        // Of several that open it at once, one wins on the unique index; the others lose the race and find it at their next try.
        var opened = Wallet.Open(user, currency);
        await Add(opened, ct);
        return opened;
    }

    public async Task<IReadOnlyList<string>> CurrenciesOf(UserId user, CancellationToken ct) =>
        await Set.Where(wallet => wallet.UserId == user).Select(wallet => wallet.Currency).ToListAsync(ct);

    public Task<bool> HasEntry(Wallet wallet, EntryKind kind, LedgerReference reference, CancellationToken ct) =>
        _db.Set<WalletEntry>().AnyAsync(
            entry => entry.WalletId == wallet.Id && entry.Kind == kind && entry.RefType == reference.RefType
                && entry.RefId == reference.RefId, ct);
}

internal sealed class WalletOrders(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<WalletOrder, WalletOrderId>(db, work, dialect), IWalletOrders;
