using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>One attempt to pay an order: a claim by the customer, a gateway's attempt, or a debit of the wallet.</summary>
public sealed class OrderPayment : ITimestamped
{
    private OrderPayment()
    {
    }

    public OrderPaymentId Id { get; private set; }

    public string Method { get; private set; } = "";

    public long AmountCents { get; private set; }

    public string Currency { get; private set; } = Money.DefaultCurrency;

    /// <summary>Unique in the system when present.</summary>
    public string? TradeNo { get; private set; }

    public string Note { get; private set; } = "";

    public string ScreenshotUrl { get; private set; } = "";

    /// <summary>Where the customer pays; only for gateways. Blank until the gateway has said it.</summary>
    public string? PayUrl { get; private set; }

    public PaymentStatus Status { get; private set; }

    public string? IdempotencyKey { get; private set; }

    public UserId? ReviewedBy { get; private set; }

    public string ReviewReason { get; private set; } = "";

    /// <summary>When the money was really collected, by the wallet or by a verified notice; null for a mere claim.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>What the gateway collected, when it settled the attempt: the amount or more. What is more went to the wallet.</summary>
    public long? CollectedCents { get; private set; }

    /// <summary>When collected money that bought nothing went to the wallet.</summary>
    public DateTimeOffset? CreditedBackAt { get; private set; }

    /// <summary>What the gateway calls the charge, when it says so.</summary>
    public string? Reference { get; private set; }

    public string? FailureCode { get; private set; }

    public string? FailureMessage { get; private set; }

    /// <summary>A JSON object, or null.</summary>
    public string? Metadata { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public Money Amount => new(AmountCents, Currency);

    /// <summary>Opened by us at a gateway, so that its notice may settle it; a claim never is.</summary>
    internal bool IsAttempt => PayUrl is not null;

    /// <summary>Collected, or confirmed by an admin, and not given back.</summary>
    internal bool IsHeld => Status == PaymentStatus.Approved && CreditedBackAt is null;

    internal static OrderPayment Claimed(PaymentProof proof) => new()
    {
        Method = proof.Method,
        AmountCents = proof.Amount.Cents,
        Currency = proof.Amount.Currency,
        TradeNo = string.IsNullOrWhiteSpace(proof.TradeNo) ? null : proof.TradeNo.Trim(),
        Note = proof.Note,
        ScreenshotUrl = proof.ScreenshotUrl,
        IdempotencyKey = proof.IdempotencyKey,
        Status = PaymentStatus.PendingReview,
    };

    /// <param name="payUrl">Blank until the gateway has been asked; null where none is.</param>
    internal static OrderPayment Attempted(string method, Money amount, string tradeNo, string? payUrl) => new()
    {
        Method = method,
        AmountCents = amount.Cents,
        Currency = amount.Currency,
        TradeNo = tradeNo,
        PayUrl = payUrl,
        Status = PaymentStatus.PendingPayment,
    };

    internal static OrderPayment Collected(string method, Money amount, string tradeNo, DateTimeOffset now)
    {
        var payment = Attempted(method, amount, tradeNo, null);
        payment.Settle(now);
        return payment;
    }

    /// <summary>To be collected outside, at a place that reports to the panel's callback.</summary>
    internal static OrderPayment Requested(string channel, Money amount, string intentId, string metadata)
    {
        var payment = Attempted(channel, amount, intentId, null);
        payment.Metadata = metadata;
        return payment;
    }

    /// <summary>Whether the settled money came by another charge than this one.</summary>
    internal bool IsOtherCharge(string reference) => reference.Length > 0 && Reference is { Length: > 0 } known && known != reference;

    /// <summary>The attempt is over, so that the next one gets a trade number of its own.</summary>
    internal void Underpay(GatewayReceipt receipt)
    {
        Status = PaymentStatus.Rejected;
        FailureCode = "underpaid";
        FailureMessage = $"{receipt.Collected} of {Amount} came in and went to the wallet";
    }

    internal void Confirm(GatewayReceipt receipt, DateTimeOffset now)
    {
        Settle(now);
        CollectedCents = receipt.Collected.Cents;
        Reference = receipt.Reference.Length > 0 ? receipt.Reference : Reference;
        FailureCode = null;
        FailureMessage = null;
    }

    internal void Fail(PaymentFailure failure)
    {
        Status = PaymentStatus.Rejected;
        Reference = failure.Reference ?? Reference;
        FailureCode = failure.Code;
        FailureMessage = failure.Message;
    }

    /// <summary>The link may be made anew, for example after the merchant's key changed.</summary>
    internal void At(string payUrl) => PayUrl = payUrl;

    /// <summary>Nobody waits for it any more.</summary>
    internal void Close(string reason)
    {
        Status = PaymentStatus.Rejected;
        ReviewReason = reason;
        FailureCode = reason;
    }

    internal void Settle(DateTimeOffset now)
    {
        Status = PaymentStatus.Approved;
        SettledAt ??= now;
    }

    internal void Review(PaymentStatus status, UserId? reviewer, string reason)
    {
        // What was collected stays collected, whatever becomes of the order.
        if (SettledAt is null)
            Status = status;

        ReviewedBy = reviewer;
        ReviewReason = reason;
    }

    internal void RefundToWallet(DateTimeOffset now) => CreditedBackAt ??= now;

    internal SettledPayment AsSettled() => new(Id.Value, Amount, TradeNo ?? "");
}
