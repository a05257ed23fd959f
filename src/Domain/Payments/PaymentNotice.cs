using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Domain.Payments;

public readonly record struct PaymentNoticeId(long Value) : IId<PaymentNoticeId>
{
    public static PaymentNoticeId From(long value) => new(value);
}

/// <summary>What became of a gateway's notice.</summary>
public enum NoticeVerdict
{
    /// <summary>The money is the order's.</summary>
    Settled,

    /// <summary>The order did not want it any more; it is in the wallet.</summary>
    CreditedToWallet,

    /// <summary>Handled before; nothing changed.</summary>
    Repeated,

    /// <summary>It does not say that the money was collected.</summary>
    NotPaid,

    /// <summary>It names another amount than the attempt.</summary>
    AmountDiffers,

    BadSignature,

    /// <summary>The gateway is switched off.</summary>
    ProviderDisabled,

    /// <summary>Rightly signed, but none of our attempts.</summary>
    UnknownTrade,
}

/// <summary>A gateway's notice as it came in, for admins to see what was refused. Written once.</summary>
[StreamName("payment_notification")]
public sealed class PaymentNotice : AggregateRoot<PaymentNoticeId>
{
    private PaymentNotice()
    {
    }

    public string Provider { get; private set; } = "";

    public string TradeNo { get; private set; } = "";

    /// <summary>Null when it named none.</summary>
    public long? AmountCents { get; private set; }

    public NoticeVerdict Verdict { get; private set; }

    public OrderId? OrderId { get; private set; }

    /// <summary>What was received, without the signature; a JSON object.</summary>
    public string Parameters { get; private set; } = "{}";

    public string? Address { get; private set; }

    /// <summary>Equal for notices that say the same, of which one is kept.</summary>
    public string Fingerprint { get; private set; } = "";

    public static PaymentNotice Of(
        string provider,
        string tradeNo,
        long? amountCents,
        NoticeVerdict verdict,
        OrderId? order,
        string parameters,
        string? address) => new()
    {
        Provider = provider,
        TradeNo = tradeNo,
        AmountCents = amountCents,
        Verdict = verdict,
        OrderId = order,
        Parameters = parameters,
        Address = address,
        Fingerprint = Print(provider, tradeNo, verdict == NoticeVerdict.BadSignature ? null : amountCents, verdict),
    };

    private static string Print(string provider, string tradeNo, long? amountCents, NoticeVerdict verdict) =>
        $"{WireNames.Of(verdict)}|{provider}|{amountCents}|{tradeNo}";
}
