using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets;

public interface IWallets : IRepository<Wallet, WalletId>
{
    /// <summary>
    /// The user's wallet in that currency, opened when there is none, with its row held until the transaction ends: parallel commands
    /// on the same money queue here. The user must exist.
    /// </summary>
    Task<Wallet> ForUpdate(UserId user, string currency, CancellationToken ct);

    /// <summary>The currencies in which the user has a wallet; none before anything touched their money.</summary>
    Task<IReadOnlyList<string>> CurrenciesOf(UserId user, CancellationToken ct);

    /// <summary>Whether this was booked before; certain while the wallet is held.</summary>
    Task<bool> HasEntry(Wallet wallet, EntryKind kind, LedgerReference reference, CancellationToken ct);
}
