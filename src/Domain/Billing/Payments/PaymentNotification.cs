using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Payments;

public readonly record struct PaymentNotificationId(long Value) : IId<PaymentNotificationId>
{
    public static PaymentNotificationId From(long value) => new(value);
}

/// <summary>A gateway's notice as it came in, for admins to see what was refused. Written once.</summary>
[StreamName("payment_notification")]
public sealed class PaymentNotification : AggregateRoot<PaymentNotificationId>
{
    private PaymentNotification()
    {
    }

    public string Provider { get; private set; } = "";

    public string TradeNo { get; private set; } = "";

    /// <summary>The gateway's own name of the charge; blank when it gave none.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Null when it named none.</summary>
    public long? AmountCents { get; private set; }

    /// <summary>Blank when it named no amount.</summary>
    public string Currency { get; private set; } = "";

    public NotificationOutcome Verdict { get; private set; }

    public OrderId? OrderId { get; private set; }

    /// <summary>What was received, without the signature; a JSON object.</summary>
    public string Parameters { get; private set; } = "{}";

    public string? Address { get; private set; }

    /// <summary>Equal for notices that say the same, of which one is kept.</summary>
    public string Fingerprint { get; private set; } = "";

    public static PaymentNotification Of(
        NotificationFacts facts, NotificationOutcome outcome, OrderId? order, string parameters, string? address) => new()
    {
        Provider = facts.Provider,
        TradeNo = facts.TradeNo,
        Reference = facts.Reference,
        AmountCents = facts.Amount?.Cents,
        Currency = facts.Amount?.Currency ?? "",
        Verdict = outcome,
        OrderId = order,
        Parameters = parameters,
        Address = address,
        Fingerprint = facts.Fingerprint(outcome),
    };
}
