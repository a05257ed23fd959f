using VpsPanel.Application.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Payments;
using VpsPanel.Domain.Wallets;

namespace VpsPanel.Application.Payments;

/// <summary>
/// Finishes what an order said of a receipt: the notice is written down and what the order does not want goes to the owner's wallet, in
/// the order's transaction. The order is held by the caller.
/// </summary>
internal sealed class PaymentSettlement(NoticeBook book, IWallets wallets, TimeProvider clock)
{
    /// <param name="parameters">What was received; a JSON object.</param>
    public async Task<Result<NoticeVerdict>> Finish(
        Order order, NoticeFacts facts, GatewaySettlement settled, string parameters, CancellationToken ct)
    {
        var verdict = VerdictOf(settled);
        var notice = await book.Keep(facts, verdict, order.Id, parameters, ct);
        if (settled.ToWallet.IsZero)
            return verdict;

        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, ct);
        foreach (var (cause, amount) in Entries(settled, notice))
        {
            var credited = wallet.Credit(
                EntryKind.Refund, cause, amount, Note(order, settled), clock.GetUtcNow(),
                JsonNotes.With(null, ("order_id", order.Id.Value), ("order_number", order.OrderNo)));
            if (!credited.IsSuccess)
                return credited.Error;
        }

        return verdict;
    }

    private static NoticeVerdict VerdictOf(GatewaySettlement settled) => settled.Outcome switch
    {
        Settlement.Repeated => NoticeVerdict.Repeated,
        Settlement.OwedToWallet or Settlement.PaidAgain => NoticeVerdict.CreditedToWallet,
        Settlement.Underpaid => NoticeVerdict.Underpaid,
        _ => settled.ToWallet.IsPositive ? NoticeVerdict.Overpaid : NoticeVerdict.Settled,
    };

    /// <summary>A payment that is given back whole is one entry of its amount, whatever else was collected with it.</summary>
    private static IEnumerable<(Cause Cause, Money Amount)> Entries(GatewaySettlement settled, PaymentNotice? notice)
    {
        var payment = settled.Payment;
        if (settled.Outcome is Settlement.Underpaid or Settlement.PaidAgain)
        {
            yield return (Cause.PaymentNotice(notice!.Id.Value), settled.ToWallet);
            yield break;
        }

        var excess = settled.ToWallet;
        if (settled.Outcome == Settlement.OwedToWallet)
        {
            excess -= payment.Amount;
            yield return (Cause.OrderPayment(payment.Id.Value), payment.Amount);
        }

        if (excess.IsPositive)
            yield return (Cause.PaymentExcess(payment.Id.Value), excess);
    }

    private static string Note(Order order, GatewaySettlement settled) => settled.Outcome switch
    {
        Settlement.Underpaid => $"payment {settled.Payment.TradeNo} of {order.OrderNo}, which was too little to pay it",
        Settlement.OwedToWallet or Settlement.PaidAgain => $"payment {settled.Payment.TradeNo} of {order.OrderNo}, which did not want it any more",
        _ => $"payment {settled.Payment.TradeNo} of {order.OrderNo}, what was paid above its total",
    };
}
