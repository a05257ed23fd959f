namespace VpsPanel.Domain.Billing.Wallets;

/// <summary>
/// One line of a wallet's ledger: written once, never changed. Each starts from the balance that the one before it left, and the
/// database holds them to that.
/// </summary>
public sealed class WalletEntry
{
    private WalletEntry()
    {
    }

    public WalletEntryId Id { get; private set; }

    public WalletId WalletId { get; private set; }

    /// <summary>1, 2, 3… without gaps within the wallet.</summary>
    public long Seq { get; private set; }

    /// <summary>Null for the first.</summary>
    public long? PreviousSeq { get; private set; }

    /// <summary>Positive is a credit, negative a debit.</summary>
    public long AmountCents { get; private set; }

    public long BalanceBefore { get; private set; }

    public long BalanceAfter { get; private set; }

    public EntryKind Kind { get; private set; }

    public string RefType { get; private set; } = "";

    public long RefId { get; private set; }

    public string Note { get; private set; } = "";

    /// <summary>A JSON object, or null.</summary>
    public string? Metadata { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    internal static WalletEntry After(
        Wallet wallet, long amountCents, EntryKind kind, LedgerReference reference, EntryText text, DateTimeOffset now) => new()
    {
        WalletId = wallet.Id,
        Seq = wallet.NextSeq,
        PreviousSeq = wallet.LastSeq,
        AmountCents = amountCents,
        BalanceBefore = wallet.BalanceCents,
        BalanceAfter = wallet.BalanceCents + amountCents,
        Kind = kind,
        RefType = reference.RefType,
        RefId = reference.RefId,
        Note = text.Note,
        Metadata = text.Metadata,
        CreatedAt = now,
    };
}

/// <summary>What an entry says to people and to other programs.</summary>
/// <param name="Note">At most <see cref="MaxNote"/> characters.</param>
/// <param name="Metadata">A JSON object, or null.</param>
internal readonly record struct EntryText(string Note, string? Metadata)
{
    public const int MaxNote = 500;
}
