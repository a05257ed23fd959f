using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Settlements;

/// <summary>What became of a receipt.</summary>
/// <param name="ToWallet">What goes to the owner's wallet in the same transaction; nothing for most.</param>
public sealed record GatewaySettlement(SettlementOutcome Outcome, SettledPayment Payment, Money ToWallet)
{
    /// <summary>What is written down about its notice.</summary>
    public NotificationOutcome Notification => Outcome switch
    {
        SettlementOutcome.Repeated => NotificationOutcome.Repeated,
        SettlementOutcome.OwedToWallet or SettlementOutcome.PaidAgain => NotificationOutcome.CreditedToWallet,
        SettlementOutcome.Underpaid => NotificationOutcome.Underpaid,
        _ => ToWallet.IsPositive ? NotificationOutcome.Overpaid : NotificationOutcome.Settled,
    };
}
