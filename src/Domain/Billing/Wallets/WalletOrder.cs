using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Wallets;

/// <summary>A wish to move money that someone has to look at first. Asking for a withdrawal reserves its amount at once.</summary>
[StreamName("wallet_order")]
public sealed class WalletOrder : AggregateRoot<WalletOrderId>
{
    public const int MaxNote = EntryText.MaxNote;

    public const int MaxReason = 500;

    private WalletOrder()
    {
    }

    public UserId UserId { get; private set; }

    public WalletOrderType Type { get; private set; }

    public WalletOrderStatus Status { get; private set; } = WalletOrderStatus.PendingReview;

    /// <summary>Always positive; the type says which way it goes.</summary>
    public long AmountCents { get; private set; }

    public string Currency { get; private set; } = "";

    public string Note { get; private set; } = "";

    /// <summary>A JSON object, or null.</summary>
    public string? Meta { get; private set; }

    /// <summary>Null when its entry is booked for the wallet order itself.</summary>
    public string? RefType { get; private set; }

    public long? RefId { get; private set; }

    /// <summary>Null while pending, and for reviews by an API key or the system.</summary>
    public UserId? ReviewedBy { get; private set; }

    public string? ReviewReason { get; private set; }

    public Money Amount => new(AmountCents, Currency);

    /// <summary>What its entry is booked for.</summary>
    public LedgerReference Cause => RefType is null ? LedgerReference.WalletOrder(Id) : new LedgerReference(RefType, RefId!.Value);

    public EntryKind EntryKind => Type switch
    {
        WalletOrderType.Recharge => EntryKind.Recharge,
        WalletOrderType.Withdraw => EntryKind.Withdraw,
        _ => EntryKind.Refund,
    };

    /// <summary>Announces money that is on its way; none until it is approved.</summary>
    public static Result<WalletOrder> Recharge(UserId user, Money amount, string note, string? meta) =>
        Submit(WalletOrderType.Recharge, user, amount, note, meta);

    /// <summary>Asks for money out of the wallet and reserves it there.</summary>
    public static Result<WalletOrder> Withdraw(Wallet wallet, Money amount, string note, string? meta)
    {
        var frozen = wallet.Hold(amount);
        return frozen.IsSuccess ? Submit(WalletOrderType.Withdraw, wallet.UserId, amount, note, meta) : frozen.Error;
    }

    /// <summary>Gives money back.</summary>
    /// <param name="reference">What is given back for, which is booked once.</param>
    public static Result<WalletOrder> Refund(UserId user, Money amount, string note, string? meta, LedgerReference reference) =>
        Submit(WalletOrderType.Refund, user, amount, note, meta).Map(order =>
        {
            order.RefType = reference.RefType;
            order.RefId = reference.RefId;
            return order;
        });

    /// <summary>Accepts it and moves the money, in one step.</summary>
    public Result Approve(Actor by, Wallet wallet, DateTimeOffset now)
    {
        CheckOwner(wallet);
        var next = WalletOrderFlow.Table.Next(Status, WalletOrderMove.Approve, by.Kind);
        if (!next.IsSuccess)
            return next.Error;

        var booked = Post(wallet, now);
        if (!booked.IsSuccess)
            return booked;

        Move(next.Value, by, reason: null);
        Raise(new WalletOrderApproved(UserId, Type, Amount, Meta));
        return Result.Success;
    }

    /// <summary>Refuses it; a reserved amount is available again.</summary>
    public Result Reject(Actor by, Wallet wallet, string reason)
    {
        CheckOwner(wallet);
        var next = WalletOrderFlow.Table.Next(Status, WalletOrderMove.Reject, by.Kind);
        if (!next.IsSuccess)
            return next.Error;

        if (Type == WalletOrderType.Withdraw)
            wallet.Release(Amount);

        Move(next.Value, by, reason);
        Raise(new WalletOrderRejected(UserId, Type, Amount, reason));
        return Result.Success;
    }

    private static Result<WalletOrder> Submit(WalletOrderType type, UserId user, Money amount, string note, string? meta)
    {
        if (amount.Cents is <= 0 or > Wallet.MaxCents)
            return WalletErrors.InvalidAmount;

        var order = new WalletOrder
        {
            UserId = user,
            Type = type,
            AmountCents = amount.Cents,
            Currency = amount.Currency,
            Note = note,
            Meta = meta,
        };
        order.Raise(new WalletOrderSubmitted(user, type, amount));
        return order;
    }

    private Result Post(Wallet wallet, DateTimeOffset now)
    {
        if (Type != WalletOrderType.Withdraw)
            return wallet.Credit(EntryKind, Cause, Amount, Type == WalletOrderType.Refund ? Note : "recharge", now, Meta);

        wallet.Capture(EntryKind, Cause, Amount, "withdraw", now, Meta);
        return Result.Success;
    }

    private void Move(WalletOrderStatus status, Actor by, string? reason)
    {
        Status = status;
        ReviewedBy = by.UserId == default ? null : by.UserId;
        ReviewReason = reason;
    }

    private void CheckOwner(Wallet wallet)
    {
        if (wallet.UserId != UserId || wallet.Currency != Currency)
            throw new InvalidOperationException($"Wallet {wallet.Id.Value} is not the one of wallet order {Id.Value}.");
    }
}
