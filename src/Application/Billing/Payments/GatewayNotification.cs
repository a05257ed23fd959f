using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>What a notice says.</summary>
/// <param name="TradeNo">Ours; blank when it names none.</param>
/// <param name="Amount">What was collected; null when it names no amount.</param>
/// <param name="Reference">The gateway's own name of the charge, the same in every notice of it; blank when it gives none.</param>
/// <param name="Acknowledgement">What the gateway wants to read when it need not say it again.</param>
public sealed record GatewayNotification(
    string TradeNo, Money? Amount, string Reference, bool IsSigned, bool IsPaid, string Acknowledgement);
