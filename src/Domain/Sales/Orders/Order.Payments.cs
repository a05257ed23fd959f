using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

/// <content>How it is paid. Money that was really collected is never lost, whatever the status says.</content>
public sealed partial class Order
{
    /// <summary>The customer says that they paid outside; somebody will look.</summary>
    public Result<OrderPayment> SubmitProof(PaymentProof proof) => Claim(OrderMove.SubmitProof, ActorKind.User, proof);

    /// <summary>An admin says that it was paid outside. Still to be approved.</summary>
    public Result<OrderPayment> MarkPaid(PaymentProof proof) => Claim(OrderMove.MarkPaid, ActorKind.Admin, proof);

    /// <summary>The attempt that the customer can still finish at this gateway; null when there is none.</summary>
    public OrderPayment? OpenAttemptAt(string method) =>
        _payments.Find(payment => payment.Status == PaymentStatus.PendingPayment && payment.Method == method);

    /// <summary>
    /// The customer wants to pay at a gateway, which is asked once this is stored. A second time it is the same attempt, so that nobody pays two
    /// of them. The first attempt at any gateway gives the order the whole window again.
    /// </summary>
    public Result<OrderPayment> OpenAttempt(string method, string tradeNo, TimeSpan paymentWindow, DateTimeOffset now)
    {
        if (Payable() is { IsSuccess: false } failure)
            return failure.Error;

        if (OpenAttemptAt(method) is { } open)
            return open;

        if (!_payments.Exists(other => other.IsAttempt && other.Status != PaymentStatus.Rejected))
            Delay(now + paymentWindow);

        var payment = OrderPayment.Attempted(method, Total, tradeNo, payUrl: "");
        _payments.Add(payment);
        Publish(new PaymentCreated(UserId, OrderNo, method, tradeNo));
        return payment;
    }

    /// <summary>The gateway said where the customer pays.</summary>
    /// <returns><c>payment.not_found</c> when the order has no such attempt.</returns>
    public Result KeepPaymentLink(string tradeNo, string payUrl)
    {
        if (_payments.Find(payment => payment.IsAttempt && payment.TradeNo == tradeNo) is not { } attempt)
            return OrderErrors.PaymentNotFound;

        attempt.At(payUrl);
        return Result.Success;
    }

    /// <summary>Whether the customer can start to pay now. One who claims that they have paid waits for the review.</summary>
    public Result Payable()
    {
        if (ArchivedAt is not null)
            return OrderErrors.Archived;

        if (TotalCents <= 0)
            return OrderErrors.NothingToPay;

        var settles = Flow.Check(Status, OrderMove.Settle, ActorKind.System);
        return settles.IsSuccess && Status == OrderStatus.PendingReview ? OrderErrors.InReview : settles;
    }

    /// <summary>The wallet was debited by the whole total, in the same transaction.</summary>
    public Result<OrderPayment> SettleFromWallet(DateTimeOffset now)
    {
        if (Payable() is { IsSuccess: false } failure)
            return failure.Error;

        var payment = OrderPayment.Collected("balance", Total, TradeNumbers.Next("BAL", Id), now);
        _payments.Add(payment);
        Publish(new PaymentApproved(UserId, OrderNo, payment.Method, payment.TradeNo));
        var settled = ApproveBy(Actor.System, OrderMove.Settle, now);
        return settled.IsSuccess ? payment : settled.Error;
    }

    /// <summary>
    /// A verified notice says that the gateway collected money for one of its attempts. Never refused for the order's status: the money is
    /// there. A repeat changes nothing.
    /// </summary>
    /// <returns><c>payment.not_found</c>, or <c>payment.notice_differs</c> for another currency or no amount.</returns>
    public Result<GatewaySettlement> SettleAttempt(string method, string tradeNo, GatewayReceipt receipt, DateTimeOffset now) =>
        _payments.Find(payment => payment.IsAttempt && payment.Method == method && payment.TradeNo == tradeNo) is { } payment
            ? Collect(payment, receipt, mayRepeat: true, now)
            : OrderErrors.PaymentNotFound;

    /// <summary>Money that was collected and is still this order's.</summary>
    public bool HoldsMoney => _payments.Exists(payment => payment.IsHeld);

    /// <summary>Takes all money off the order, because the order goes; the caller credits it in the same transaction.</summary>
    public IReadOnlyList<OrderPayment> RefundToWallet(DateTimeOffset now)
    {
        List<OrderPayment> held = [.. _payments.Where(payment => payment.IsHeld)];
        held.ForEach(payment => payment.RefundToWallet(now));

        // Claims all speak of the one total that was asked for: a second proof is another word for the same money.
        return [.. held.Where(payment => payment.SettledAt is not null), .. held.Where(payment => payment.SettledAt is null).Take(1)];
    }

    private Result<OrderPayment> Claim(OrderMove move, ActorKind by, PaymentProof proof)
    {
        if (TotalCents <= 0)
            return OrderErrors.NothingToPay;

        if (proof.Amount.Currency != Currency)
            return OrderErrors.CurrencyDiffers;

        if (proof.Amount.Cents != TotalCents)
            return OrderErrors.AmountDiffers;

        var payment = OrderPayment.Claimed(proof);
        var claim = new PaymentClaim(proof.Method, proof.Amount.Cents, payment.TradeNo);
        var moved = Move(move, by, OrderItemStatus.PendingReview, new OrderAwaitsReview(UserId, OrderNo, TotalCents, claim));
        if (!moved.IsSuccess)
            return moved.Error;

        _payments.Add(payment);
        return payment;
    }

    /// <summary>More than the attempt pays it and the rest goes to the wallet; less pays nothing and goes there whole.</summary>
    /// <param name="mayRepeat">Whether another reference for a settled payment means another charge.</param>
    private Result<GatewaySettlement> Collect(OrderPayment payment, GatewayReceipt receipt, bool mayRepeat, DateTimeOffset now)
    {
        var collected = receipt.Collected;
        if (collected.Currency != Currency || !collected.IsPositive)
            return OrderErrors.NoticeDiffers;

        if (payment.SettledAt is not null)
        {
            return mayRepeat && payment.IsOtherCharge(receipt.Reference)
                ? new GatewaySettlement(Settlement.PaidAgain, payment, collected)
                : new GatewaySettlement(Settlement.Repeated, payment, Money.Zero(Currency));
        }

        if (collected < payment.Amount)
        {
            payment.Underpay(receipt);
            Publish(new PaymentUnderpaid(UserId, OrderNo, payment.Method, payment.TradeNo, collected.Cents));
            return new GatewaySettlement(Settlement.Underpaid, payment, collected);
        }

        var isPaid = HoldsMoney;
        payment.Confirm(receipt, now);
        Publish(new PaymentConfirmed(UserId, OrderNo, payment.Method, payment.TradeNo));
        var spent = Spend(payment, receipt, isPaid, now);
        if (!spent.IsSuccess)
            return spent.Error;

        if (spent.Value != Settlement.OwedToWallet)
            return new GatewaySettlement(spent.Value, payment, collected - payment.Amount);

        payment.RefundToWallet(now);
        return new GatewaySettlement(Settlement.OwedToWallet, payment, collected);
    }

    /// <summary>
    /// What the order does with a payment from a gateway. One that was opened before the order was revived at another price is not its
    /// total any more.
    /// </summary>
    private Result<Settlement> Spend(OrderPayment payment, GatewayReceipt receipt, bool isPaid, DateTimeOffset now)
    {
        if (payment.Amount != Total || ArchivedAt is not null)
            return Settlement.OwedToWallet;

        if (Flow.Allows(Status, OrderMove.Settle))
        {
            var paid = Kind == OrderKind.Plan ? PayByGateway(receipt) : ApproveBy(Actor.System, OrderMove.Settle, now);
            return paid.IsSuccess ? Settlement.Approved : paid.Error;
        }

        return !isPaid && Status is OrderStatus.Approved or OrderStatus.Provisioning or OrderStatus.Active or OrderStatus.Failed
            ? Settlement.PaidLate
            : Settlement.OwedToWallet;
    }

    private void ReviewPayments(PaymentStatus status, Actor by, string reason)
    {
        UserId? reviewer = by.Kind == ActorKind.Admin && by.UserId.Value > 0 ? by.UserId : null;
        foreach (var payment in _payments.Where(payment => payment.Status is PaymentStatus.PendingReview))
            payment.Review(status, reviewer, reason);
    }
}
