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

    /// <summary>More than the attempt: the order is paid and the rest is in the wallet.</summary>
    Overpaid,

    /// <summary>Less than the attempt: it is in the wallet and the order is not paid.</summary>
    Underpaid,

    /// <summary>Handled before; nothing changed.</summary>
    Repeated,

    /// <summary>It does not say that the money was collected.</summary>
    NotPaid,

    /// <summary>It names no amount, or another currency than the attempt.</summary>
    AmountDiffers,

    BadSignature,

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

    /// <summary>The gateway's own name of the charge; blank when it gave none.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Null when it named none.</summary>
    public long? AmountCents { get; private set; }

    /// <summary>Blank when it named no amount.</summary>
    public string Currency { get; private set; } = "";

    public NoticeVerdict Verdict { get; private set; }

    public OrderId? OrderId { get; private set; }

    /// <summary>What was received, without the signature; a JSON object.</summary>
    public string Parameters { get; private set; } = "{}";

    public string? Address { get; private set; }

    /// <summary>Equal for notices that say the same, of which one is kept.</summary>
    public string Fingerprint { get; private set; } = "";

    public static PaymentNotice Of(NoticeFacts facts, NoticeVerdict verdict, OrderId? order, string parameters, string? address) => new()
    {
        Provider = facts.Provider,
        TradeNo = facts.TradeNo,
        Reference = facts.Reference,
        AmountCents = facts.Amount?.Cents,
        Currency = facts.Amount?.Currency ?? "",
        Verdict = verdict,
        OrderId = order,
        Parameters = parameters,
        Address = address,
        Fingerprint = facts.Fingerprint(verdict),
    };
}

/// <summary>What a notice says of one charge.</summary>
/// <param name="TradeNo">Ours; at most <see cref="MaxTradeNo"/> characters.</param>
/// <param name="Reference">The gateway's; blank when it gives none.</param>
/// <param name="Amount">Null when it names none.</param>
public sealed record NoticeFacts(string Provider, string TradeNo, string Reference, Money? Amount)
{
    public const int MaxTradeNo = 128;

    /// <summary>Equal for notices that say the same. What a stranger can choose freely counts for nothing.</summary>
    public string Fingerprint(NoticeVerdict verdict) => verdict == NoticeVerdict.BadSignature
        ? $"{WireNames.Of(verdict)}|{Provider}||{TradeNo}"
        : $"{WireNames.Of(verdict)}|{Provider}|{Amount?.Cents}|{TradeNo}{(Reference.Length > 0 ? $"|{Reference}" : "")}";
}
