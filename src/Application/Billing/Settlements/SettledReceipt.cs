using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Billing.Settlements;

namespace VpsPanel.Application.Billing.Settlements;

/// <param name="Settlement">What became of the money.</param>
/// <param name="Notification">What is written down about the notice.</param>
public sealed record SettledReceipt(SettlementOutcome Settlement, NotificationOutcome Notification);
