using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets;

/// <summary>The wallet as the panel shows it.</summary>
/// <param name="UpdatedAt">0 before anything touched it.</param>
public sealed record BalanceView(long UserId, long BalanceCents, string Currency, UnixSeconds UpdatedAt);

/// <summary>An entry of the same ledger that the console lists.</summary>
/// <param name="Reference">What it was booked for.</param>
public sealed record BalanceTransactionView(
    long Id,
    string EntryType,
    long AmountCents,
    string Currency,
    long BalanceAfterCents,
    string Reference,
    string Description,
    RawJson? Metadata,
    UnixSeconds CreatedAt);

internal static class BalanceReads
{
    private static readonly Sql<Args, Stored> Wallet = new(
        """
        select w.balance_cents, w.updated_at
        from wallets w
        where w.user_id = @UserId and w.currency = @Currency
        """);

    /// <summary>Nothing in a wallet that does not exist yet.</summary>
    public static async Task<BalanceView> Balance(this IReadDb db, UserId user, string currency, CancellationToken ct)
    {
        var stored = await db.First(Wallet, new Args(user.Value, currency), ct);
        return new BalanceView(user.Value, stored?.BalanceCents ?? 0, currency, stored?.UpdatedAt ?? default);
    }

    /// <summary>After a flush, which stamps it.</summary>
    public static BalanceView View(this Wallet wallet) =>
        new(wallet.UserId.Value, wallet.BalanceCents, wallet.Currency, UnixSeconds.Of(wallet.UpdatedAt));

    /// <param name="reference">What it was booked for, in the words of clients.</param>
    public static BalanceTransactionView View(this WalletEntry entry, string currency, string reference) => new(
        entry.Id.Value,
        WireNames.Of(entry.Kind),
        entry.AmountCents,
        currency,
        entry.BalanceAfter,
        reference,
        entry.Note,
        entry.Metadata is null ? null : new RawJson(entry.Metadata),
        UnixSeconds.Of(entry.CreatedAt));

    internal sealed record Args(long UserId, string Currency);

    internal sealed record Stored(long BalanceCents, UnixSeconds UpdatedAt);
}
