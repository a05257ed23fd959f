using VpsPanel.Application.Billing.Payments;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Settlements;

/// <summary>
/// The only place where the money of an order and that of a wallet move, both in the transaction of the command at hand, so that no handler
/// can do half of it. The caller holds the payable and, where it is asked for one, the wallet: in this order.
/// </summary>
internal sealed class Settlement(
    IWallets wallets, IWalletOrders walletOrders, PaymentNotificationLog log, IUnitOfWork work, TimeProvider clock)
{
    /// <summary>Takes the whole total out of the wallet.</summary>
    /// <returns>Why it cannot be paid now, or <c>wallet.insufficient_balance</c>.</returns>
    public Result PayFromWallet(IPayable payable, Wallet wallet, WalletCharge charge)
    {
        var now = clock.GetUtcNow();
        var settled = payable.SettleFromWallet(charge, now);
        return settled.IsSuccess
            ? wallet.Debit(EntryKind.Purchase, LedgerReference.Order(payable.Id.Value), payable.Total, charge.Note, now, charge.Metadata)
            : settled;
    }

    /// <summary>
    /// Settles what a gateway collected and writes its notice down. What is more than the total, too little, or wanted by nobody any more goes to
    /// the owner's wallet.
    /// </summary>
    /// <param name="parameters">What was received; a JSON object.</param>
    /// <returns>The refusals of <see cref="IPayable.SettleCharge"/>; then nothing is written down.</returns>
    public async Task<Result<SettledReceipt>> SettleGateway(
        IPayable payable, GatewayCharge charge, NotificationFacts facts, string parameters, CancellationToken ct)
    {
        if (await log.WasCredited(facts, ct))
            return new SettledReceipt(SettlementOutcome.Repeated, NotificationOutcome.Repeated);

        var settled = payable.SettleCharge(charge, clock.GetUtcNow());
        if (!settled.IsSuccess)
            return settled.Error;

        var outcome = settled.Value.Notification;
        var notice = await log.Record(facts, outcome, payable.Id, parameters, ct);
        if (!settled.Value.ToWallet.IsZero)
        {
            var wallet = await wallets.ForUpdate(payable.UserId, payable.Currency, ct);
            var credited = Credit(payable, wallet, settled.Value, notice);
            if (!credited.IsSuccess)
                return credited.Error;
        }

        return new SettledReceipt(settled.Value.Outcome, outcome);
    }

    /// <summary>Takes all money off the payable, which goes, and gives it to the wallet.</summary>
    /// <returns>How much it was.</returns>
    public Result<Money> CreditToWallet(IPayable payable, Wallet wallet, string note)
    {
        var (now, sum) = (clock.GetUtcNow(), Money.Zero(payable.Currency));
        foreach (var payment in payable.TakeHeldMoney(now))
        {
            var credited = wallet.Credit(EntryKind.Refund, LedgerReference.OrderPayment(payment.Id), payment.Amount, note, now);
            if (!credited.IsSuccess)
                return credited.Error;

            sum += payment.Amount;
        }

        return sum;
    }

    /// <summary>Gives the unused rest of what was exchanged for this payable to the wallet, once for each payable.</summary>
    public Result CreditUnused(IPayable payable, Wallet wallet, Money unused) => wallet.Credit(
        EntryKind.Refund, LedgerReference.PlanChange(payable.Id.Value), unused, $"Unused part of the plan before {payable.OrderNo}", clock.GetUtcNow());

    /// <summary>Gives a part of what the wallet paid back to it, or the rest.</summary>
    public async Task<Result> Refund(IPayable payable, Wallet wallet, RefundRequest request, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var refund = payable.Refund(request, by, now);
        if (!refund.IsSuccess)
            return refund.Error;

        // The refund's own id is the cause of its entry.
        await work.Flush(ct);
        return wallet.Credit(
            EntryKind.Refund,
            LedgerReference.PlanRefund(refund.Value.Key),
            new Money(refund.Value.AmountCents, payable.Currency),
            refund.Value.Reason.Length > 0 ? $"Refund of {payable.OrderNo}: {refund.Value.Reason}" : $"Refund of {payable.OrderNo}",
            now,
            JsonNotes.With(refund.Value.Metadata, ("order_id", payable.Id.Value), ("order_number", payable.OrderNo)));
    }

    /// <summary>
    /// Gives money of one item back through a wallet order, which is booked at once or waits for an admin. Either way the item remembers it, so
    /// that nothing else can pay it out as well.
    /// </summary>
    public async Task<Result<WalletOrder>> Refund(
        IPayable payable, Wallet wallet, ItemRefund refund, bool needsReview, CancellationToken ct)
    {
        var asked = WalletOrder.Refund(payable.UserId, refund.Amount, refund.Note, refund.Metadata, refund.Reference);
        if (!asked.IsSuccess)
            return asked.Error;

        await walletOrders.Add(asked.Value, ct);
        payable.RefundItem(refund.ItemId, refund.Amount);
        var booked = needsReview ? Result.Success : asked.Value.Approve(Actor.System, wallet, clock.GetUtcNow());
        return booked.IsSuccess ? asked.Value : booked.Error;
    }

    private Result Credit(IPayable payable, Wallet wallet, GatewaySettlement settled, PaymentNotification? notice)
    {
        var metadata = JsonNotes.With(null, ("order_id", payable.Id.Value), ("order_number", payable.OrderNo));
        foreach (var (reference, amount) in Entries(settled, notice))
        {
            var credited = wallet.Credit(EntryKind.Refund, reference, amount, Note(payable, settled), clock.GetUtcNow(), metadata);
            if (!credited.IsSuccess)
                return credited;
        }

        return Result.Success;
    }

    /// <summary>A payment that is given back whole is one entry of its amount, whatever else was collected with it.</summary>
    private static IEnumerable<(LedgerReference Reference, Money Amount)> Entries(GatewaySettlement settled, PaymentNotification? notice)
    {
        var payment = settled.Payment;
        if (settled.Outcome is SettlementOutcome.Underpaid or SettlementOutcome.PaidAgain)
        {
            yield return (LedgerReference.PaymentNotice(notice!.Id.Value), settled.ToWallet);
            yield break;
        }

        var excess = settled.ToWallet;
        if (settled.Outcome == SettlementOutcome.OwedToWallet)
        {
            excess -= payment.Amount;
            yield return (LedgerReference.OrderPayment(payment.Id), payment.Amount);
        }

        if (excess.IsPositive)
            yield return (LedgerReference.PaymentExcess(payment.Id), excess);
    }

    private static string Note(IPayable payable, GatewaySettlement settled) => settled.Outcome switch
    {
        SettlementOutcome.Underpaid => $"payment {settled.Payment.TradeNo} of {payable.OrderNo}, which was too little to pay it",
        SettlementOutcome.OwedToWallet or SettlementOutcome.PaidAgain =>
            $"payment {settled.Payment.TradeNo} of {payable.OrderNo}, which did not want it any more",
        _ => $"payment {settled.Payment.TradeNo} of {payable.OrderNo}, what was paid above its total",
    };
}
