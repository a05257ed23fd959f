using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Payments;

public readonly record struct SuspensePaymentId(long Value) : IId<SuspensePaymentId>
{
    public static SuspensePaymentId From(long value) => new(value);
}

/// <summary>Money that a gateway says it collected and that matches nothing here. It waits until an admin says whose it is.</summary>
[StreamName("suspense_payment")]
public sealed class SuspensePayment : AggregateRoot<SuspensePaymentId>
{
    public const int MaxNote = 500;

    private SuspensePayment()
    {
    }

    /// <summary>The notice that told of it.</summary>
    public PaymentNotificationId NotificationId { get; private set; }

    public string Provider { get; private set; } = "";

    public string TradeNo { get; private set; } = "";

    /// <summary>The gateway's own name of the charge; blank when it gave none.</summary>
    public string Reference { get; private set; } = "";

    public long AmountCents { get; private set; }

    public string Currency { get; private set; } = "";

    public SuspenseStatus Status { get; private set; } = SuspenseStatus.Open;

    /// <summary>Whose it turned out to be.</summary>
    public UserId? UserId { get; private set; }

    /// <summary>Null when no person but a key resolved it.</summary>
    public UserId? ResolvedBy { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>What the admin said of it.</summary>
    public string Note { get; private set; } = "";

    public Money Amount => new(AmountCents, Currency);

    /// <param name="notice">Signed and paid, with an amount.</param>
    public static SuspensePayment Of(PaymentNotification notice) => new()
    {
        NotificationId = notice.Id,
        Provider = notice.Provider,
        TradeNo = notice.TradeNo,
        Reference = notice.Reference,
        AmountCents = notice.AmountCents!.Value,
        Currency = notice.Currency,
    };

    /// <summary>It is this user's: it goes to their wallet, with the status in one step.</summary>
    public Result Assign(Actor by, Wallet wallet, string note, DateTimeOffset now)
    {
        var resolved = Resolve(SuspenseMove.Assign, by, note, now);
        if (!resolved.IsSuccess)
            return resolved;

        UserId = wallet.UserId;
        return wallet.Credit(
            EntryKind.Recharge, LedgerReference.SuspensePayment(Id.Value), Amount, $"payment {TradeNo} at {Provider}, which matched no order", now);
    }

    /// <summary>It went back to whoever paid it, outside.</summary>
    public Result Return(Actor by, string note, DateTimeOffset now) => Resolve(SuspenseMove.Return, by, note, now);

    private Result Resolve(SuspenseMove move, Actor by, string note, DateTimeOffset now)
    {
        var next = SuspenseFlow.Table.Next(Status, move, by.Kind);
        if (!next.IsSuccess)
            return next.Error;

        (Status, Note, ResolvedAt) = (next.Value, note, now);
        ResolvedBy = by.UserId == default ? null : by.UserId;
        return Result.Success;
    }
}
