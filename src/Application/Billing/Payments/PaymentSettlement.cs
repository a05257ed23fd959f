using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>
/// Finishes what an order said of a receipt: the notice is written down and what the order does not want goes to the owner's wallet, in
/// the order's transaction. The order is held by the caller.
/// </summary>
internal sealed class PaymentSettlement(PaymentNotificationLog log, IWallets wallets, TimeProvider clock)
{
    /// <param name="parameters">What was received; a JSON object.</param>
    public async Task<Result<NotificationOutcome>> Finish(
        Order order, NotificationFacts facts, GatewaySettlement settled, string parameters, CancellationToken ct)
    {
        var outcome = OutcomeOf(settled);
        var notice = await log.Record(facts, outcome, order.Id, parameters, ct);
        if (settled.ToWallet.IsZero)
            return outcome;

        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, ct);
        foreach (var (reference, amount) in Entries(settled, notice))
        {
            var credited = wallet.Credit(
                EntryKind.Refund, reference, amount, Note(order, settled), clock.GetUtcNow(),
                JsonNotes.With(null, ("order_id", order.Id.Value), ("order_number", order.OrderNo)));
            if (!credited.IsSuccess)
                return credited.Error;
        }

        return outcome;
    }

    private static NotificationOutcome OutcomeOf(GatewaySettlement settled) => settled.Outcome switch
    {
        Settlement.Repeated => NotificationOutcome.Repeated,
        Settlement.OwedToWallet or Settlement.PaidAgain => NotificationOutcome.CreditedToWallet,
        Settlement.Underpaid => NotificationOutcome.Underpaid,
        _ => settled.ToWallet.IsPositive ? NotificationOutcome.Overpaid : NotificationOutcome.Settled,
    };

    /// <summary>A payment that is given back whole is one entry of its amount, whatever else was collected with it.</summary>
    private static IEnumerable<(LedgerReference Cause, Money Amount)> Entries(GatewaySettlement settled, PaymentNotification? notice)
    {
        var payment = settled.Payment;
        if (settled.Outcome is Settlement.Underpaid or Settlement.PaidAgain)
        {
            yield return (LedgerReference.PaymentNotice(notice!.Id.Value), settled.ToWallet);
            yield break;
        }

        var excess = settled.ToWallet;
        if (settled.Outcome == Settlement.OwedToWallet)
        {
            excess -= payment.Amount;
            yield return (LedgerReference.OrderPayment(payment.Id.Value), payment.Amount);
        }

        if (excess.IsPositive)
            yield return (LedgerReference.PaymentExcess(payment.Id.Value), excess);
    }

    private static string Note(Order order, GatewaySettlement settled) => settled.Outcome switch
    {
        Settlement.Underpaid => $"payment {settled.Payment.TradeNo} of {order.OrderNo}, which was too little to pay it",
        Settlement.OwedToWallet or Settlement.PaidAgain => $"payment {settled.Payment.TradeNo} of {order.OrderNo}, which did not want it any more",
        _ => $"payment {settled.Payment.TradeNo} of {order.OrderNo}, what was paid above its total",
    };
}
