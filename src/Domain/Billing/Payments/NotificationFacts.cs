using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Payments;

/// <summary>What a notice says of one charge.</summary>
/// <param name="TradeNo">Ours; at most <see cref="MaxTradeNo"/> characters.</param>
/// <param name="Reference">The gateway's; blank when it gives none.</param>
/// <param name="Amount">Null when it names none.</param>
public sealed record NotificationFacts(string Provider, string TradeNo, string Reference, Money? Amount)
{
    public const int MaxTradeNo = 128;

    /// <summary>Equal for notices that say the same. What a stranger can choose freely counts for nothing.</summary>
    public string Fingerprint(NotificationOutcome outcome) => outcome == NotificationOutcome.BadSignature
        ? $"{WireNames.Of(outcome)}|{Provider}||{TradeNo}"
        : $"{WireNames.Of(outcome)}|{Provider}|{Amount?.Cents}|{TradeNo}{(Reference.Length > 0 ? $"|{Reference}" : "")}";
}
