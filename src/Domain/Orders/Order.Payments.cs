using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Orders;

/// <content>How it is paid. Money that was really collected is never lost, whatever the status says.</content>
public sealed partial class Order
{
    /// <summary>The customer says that he paid outside; somebody will look.</summary>
    public Result<OrderPayment> SubmitProof(PaymentProof proof) => Claim(OrderMove.SubmitProof, ActorKind.User, proof);

    /// <summary>An admin says that it was paid outside. Still to be approved.</summary>
    public Result<OrderPayment> MarkPaid(PaymentProof proof) => Claim(OrderMove.MarkPaid, ActorKind.Admin, proof);

    /// <summary>The attempt that the customer can still finish at this gateway; null when there is none.</summary>
    public OrderPayment? OpenAttemptAt(string method) =>
        _payments.Find(payment => payment.Status == PaymentStatus.PendingPayment && payment.Method == method);

    /// <summary>Sends the customer to a gateway. A second time he gets the same attempt, so that he cannot pay two of them.</summary>
    public Result<OrderPayment> OpenAttempt(string method, string tradeNo, string payUrl)
    {
        if (Payable() is { IsSuccess: false } refusal)
            return refusal.Error;

        if (OpenAttemptAt(method) is { } open)
            return open.At(payUrl);

        var payment = OrderPayment.Attempted(method, Total, tradeNo, payUrl);
        _payments.Add(payment);
        Publish(new PaymentCreated(UserId, OrderNo, method, tradeNo));
        return payment;
    }

    /// <summary>Whether the customer can start to pay now. One who claims that he has paid waits for the review.</summary>
    public Result Payable()
    {
        if (TotalCents <= 0)
            return OrderErrors.NothingToPay;

        var settles = Flow.Check(Status, OrderMove.Settle, ActorKind.System);
        return settles.IsSuccess && Status == OrderStatus.PendingReview ? OrderErrors.InReview : settles;
    }

    /// <summary>The wallet was debited by the whole total, in the same transaction.</summary>
    public Result<OrderPayment> SettleFromWallet(DateTimeOffset now)
    {
        if (Payable() is { IsSuccess: false } refusal)
            return refusal.Error;

        var payment = OrderPayment.Collected("balance", Total, TradeNumbers.Next("BAL", Id), now);
        _payments.Add(payment);
        Publish(new PaymentApproved(UserId, OrderNo, payment.Method, payment.TradeNo));
        var settled = ApproveBy(Actor.System, OrderMove.Settle, now);
        return settled.IsSuccess ? payment : settled.Error;
    }

    /// <summary>
    /// A verified notice says that the gateway collected the money of one of its attempts. Never refused for the order's
    /// status: the money is there. A repeat changes nothing.
    /// </summary>
    public Result<Settlement> SettleAttempt(string method, string tradeNo, Money collected, DateTimeOffset now)
    {
        if (_payments.Find(payment => payment.IsAttempt && payment.Method == method && payment.TradeNo == tradeNo) is not { } payment)
            return OrderErrors.PaymentNotFound;

        if (payment.SettledAt is not null)
            return Settlement.Repeated;

        if (collected != payment.Amount)
            return OrderErrors.NoticeDiffers;

        var isPaid = HoldsMoney;
        payment.Settle(now);
        Publish(new PaymentConfirmed(UserId, OrderNo, payment.Method, payment.TradeNo));
        if (Flow.Allows(Status, OrderMove.Settle))
            return ApproveBy(Actor.System, OrderMove.Settle, now) is { IsSuccess: false } refusal ? refusal.Error : Settlement.Approved;

        if (!isPaid && Status is OrderStatus.Approved or OrderStatus.Provisioning or OrderStatus.Active or OrderStatus.Failed)
            return Settlement.PaidLate;

        payment.CreditBack(now);
        return Settlement.OwedToWallet;
    }

    /// <summary>Money that was collected and is still this order's.</summary>
    public bool HoldsMoney => _payments.Exists(payment => payment.IsHeld);

    /// <summary>Takes all money off the order, because the order goes; the caller credits it in the same transaction.</summary>
    public IReadOnlyList<OrderPayment> GiveMoneyBack(DateTimeOffset now)
    {
        List<OrderPayment> held = [.. _payments.Where(payment => payment.IsHeld)];
        held.ForEach(payment => payment.CreditBack(now));

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

    private void ReviewPayments(PaymentStatus status, Actor by, string reason)
    {
        UserId? reviewer = by.Kind == ActorKind.Admin && by.UserId.Value > 0 ? by.UserId : null;
        foreach (var payment in _payments.Where(payment => payment.Status is PaymentStatus.PendingReview))
            payment.Review(status, reviewer, reason);
    }
}
