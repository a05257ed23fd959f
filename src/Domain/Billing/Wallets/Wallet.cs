using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Wallets;

/// <summary>
/// The money of one user in one currency. The balance moves only by appending an entry; what a pending withdrawal has reserved is
/// frozen and cannot be spent otherwise. Load it with its lock held.
/// </summary>
[StreamName("wallet")]
public sealed class Wallet : AggregateRoot<WalletId>
{
    /// <summary>For one amount and for the balance: far above any real one, far below where sums of cents overflow.</summary>
    public const long MaxCents = 100_000_000_000_000;

    // Filled here and stored, never loaded: no rule needs the past beyond the balance.
    private readonly List<WalletEntry> _newEntries = [];

    private Wallet()
    {
    }

    public UserId UserId { get; private set; }

    public string Currency { get; private set; } = "";

    public long BalanceCents { get; private set; }

    /// <summary>Part of the balance.</summary>
    public long FrozenCents { get; private set; }

    /// <summary>Number of the newest entry; null while there is none.</summary>
    public long? LastSeq { get; private set; }

    public Money Balance => new(BalanceCents, Currency);

    public Money Frozen => new(FrozenCents, Currency);

    public Money Available => Balance - Frozen;

    /// <summary>What was booked since the wallet was loaded.</summary>
    public IReadOnlyList<WalletEntry> NewEntries => _newEntries;

    internal long NextSeq => (LastSeq ?? 0) + 1;

    public static Wallet Open(UserId user, string currency) => new() { UserId = user, Currency = currency };

    /// <summary>
    /// Adds money. <see cref="LedgerReference"/> and kind together are booked once; ask the repository first when they may repeat.
    /// </summary>
    public Result Credit(EntryKind kind, LedgerReference reference, Money amount, string note, DateTimeOffset now, string? metadata = null)
    {
        if (Check(amount) is { } failure)
            return failure;

        if (BalanceCents + amount.Cents > MaxCents)
            return WalletErrors.TooMuch;

        Post(kind, reference, amount.Cents, new EntryText(note, metadata), now);
        return Result.Success;
    }

    /// <summary>Takes money that is not frozen.</summary>
    public Result Debit(EntryKind kind, LedgerReference reference, Money amount, string note, DateTimeOffset now, string? metadata = null)
    {
        if (Check(amount) is { } failure)
            return failure;

        if (amount > Available)
            return WalletErrors.InsufficientBalance;

        Post(kind, reference, -amount.Cents, new EntryText(note, metadata), now);
        return Result.Success;
    }

    /// <summary>Corrects the balance by hand, up or down.</summary>
    public Result Adjust(Money amount, string note, DateTimeOffset now, string? metadata = null)
    {
        if (amount.Cents < -MaxCents)
            return WalletErrors.InvalidAmount;

        var reference = LedgerReference.AdminAdjust(NextSeq);
        return amount.IsNegative
            ? Debit(EntryKind.Adjust, reference, -amount, note, now, metadata)
            : Credit(EntryKind.Adjust, reference, amount, note, now, metadata);
    }

    /// <summary>Reserves money that is still there.</summary>
    public Result Hold(Money amount)
    {
        if (Check(amount) is { } failure)
            return failure;

        if (amount > Available)
            return WalletErrors.InsufficientBalance;

        FrozenCents += amount.Cents;
        return Result.Success;
    }

    /// <summary>Gives a reserved amount back to what is available.</summary>
    /// <exception cref="InvalidOperationException">More than was reserved: the caller's books are wrong.</exception>
    public void Release(Money amount) => FrozenCents = HeldAfter(amount);

    /// <summary>Takes a reserved amount out of the wallet.</summary>
    /// <exception cref="InvalidOperationException">More than was reserved: the caller's books are wrong.</exception>
    public void Capture(EntryKind kind, LedgerReference reference, Money amount, string note, DateTimeOffset now, string? metadata = null)
    {
        FrozenCents = HeldAfter(amount);
        Post(kind, reference, -amount.Cents, new EntryText(note, metadata), now);
    }

    private long HeldAfter(Money amount) => amount.IsPositive && amount <= Frozen
        ? FrozenCents - amount.Cents
        : throw new InvalidOperationException($"{amount} of {Frozen} cannot leave the reserve.");

    private Error? Check(Money amount)
    {
        if (amount.Currency != Currency)
            return WalletErrors.CurrencyMismatch;

        return amount.Cents is > 0 and <= MaxCents ? null : WalletErrors.InvalidAmount;
    }

    private void Post(EntryKind kind, LedgerReference reference, long amountCents, EntryText text, DateTimeOffset now)
    {
        var entry = WalletEntry.After(this, amountCents, kind, reference, text, now);
        _newEntries.Add(entry);
        LastSeq = entry.Seq;
        BalanceCents = entry.BalanceAfter;
    }
}
