using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Domain.Sales.Orders;

/// <content>Orders of plans. Whoever pays one delivers its subscription in the same transaction.</content>
public sealed partial class Order
{
    public const int MaxPaymentMethod = 32;
    public const string Balance = "balance";
    public const string External = "external";

    private readonly List<OrderRefund> _refunds = [];

    // Between its placing and the debit of the wallet, which are in one transaction; never stored.
    private bool _awaitsDebit;

    public PlanId? PlanId { get; private set; }

    public PlanSnapshot? PlanSnapshot { get; private set; }

    public string PaymentMethod { get; private set; } = "";

    public PaymentState? PaymentState { get; private set; }

    public string? PaymentIntentId { get; private set; }

    public string? PaymentReference { get; private set; }

    public string? PaymentFailureCode { get; private set; }

    public string? PaymentFailureMessage { get; private set; }

    /// <summary>A JSON object, or null.</summary>
    public string? Metadata { get; private set; }

    public DateTimeOffset? PaidAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public DateTimeOffset? RefundedAt { get; private set; }

    public long RefundedCents { get; private set; }

    /// <summary>What the unused part of another plan paid; the total is without it.</summary>
    public long CreditCents { get; private set; }

    /// <summary>What was given of this order for another plan, and can no longer be refunded.</summary>
    public long CreditedCents { get; private set; }

    /// <summary>What is left of what was paid, in money or by another plan.</summary>
    public long LeftCents => TotalCents + CreditCents - RefundedCents - CreditedCents;

    public IReadOnlyList<OrderRefund> Refunds => _refunds;

    /// <summary>What ledger and refunds call the order.</summary>
    public string Reference => $"order:{OrderNo}";

    /// <summary>Periods bought.</summary>
    public int Periods => _items.Sum(item => item.Qty);

    /// <summary>
    /// One that costs nothing or is paid by the wallet is paid at once; the wallet is debited in the same transaction. Any other waits for the
    /// money from outside.
    /// </summary>
    public static Result<Order> PlacePlan(UserId owner, PlanPurchase wanted, DateTimeOffset now)
    {
        var item = OrderItem.Subscription(wanted.Plan, wanted.Quantity);
        var order = new Order
        {
            UserId = owner,
            Kind = OrderKind.Plan,
            OrderNo = OrderNumbers.Next(OrderItemAction.Subscribe, now),
            Currency = wanted.Plan.Currency,
            TotalCents = item.AmountCents - wanted.CreditCents,
            CreditCents = wanted.CreditCents,
            IdempotencyKey = wanted.IdempotencyKey,
            PlanId = new PlanId(wanted.Plan.Id),
            PlanSnapshot = wanted.Plan,
            PaymentMethod = wanted.Method,
            PaymentState = VpsPanel.Domain.Sales.Orders.PaymentState.Pending,
            Metadata = JsonNotes.With(
                null,
                ("quantity", wanted.Quantity),
                ("payment_channel", JsonNotes.Text(wanted.Channel)),
                ("payment_return_url", JsonNotes.Text(wanted.ReturnUrl))),
        };
        order._items.Add(item);
        order.PaymentDueAt = now + wanted.PaymentWindow;
        order._awaitsDebit = wanted.Method != External && order.TotalCents > 0;
        var placed = wanted.Method == External && order.TotalCents > 0 ? order.AskOutside(wanted) : order.Pay(OrderMove.PlaceFree, ActorKind.User, now);
        return placed.IsSuccess ? order : placed.Error;
    }

    /// <summary>An admin says that it is paid.</summary>
    public Result PayByHand(Actor by, ManualPayment payment, DateTimeOffset now)
    {
        var paid = Pay(OrderMove.Settle, by.Kind, payment.PaidAt);
        if (!paid.IsSuccess)
            return paid;

        ApprovedAt = now;
        ApprovedBy = by.UserId.Value > 0 ? by.UserId : null;
        ApprovedByName = by.Name;
        PaymentMethod = payment.FromBalance ? Balance : payment.Method ?? PaymentMethod;
        PaymentReference = payment.Reference ?? PaymentReference;
        Note(
            ("manual_paid_by", by.Name),
            ("manual_payment_note", JsonNotes.Text(payment.Note)),
            ("manual_payment_method", JsonNotes.Text(payment.Method)),
            ("balance_charged", payment.FromBalance ? true : null));
        return paid;
    }

    /// <summary>
    /// Somebody outside collected the money of a payment. Never refused for the order's status: the money is there, and what the order
    /// does not want any more belongs into the wallet.
    /// </summary>
    /// <remarks>A payment outside is one charge: another reference for it says nothing new.</remarks>
    /// <inheritdoc cref="SettleAttempt"/>
    public Result<GatewaySettlement> ConfirmPayment(OrderPaymentId id, GatewayReceipt receipt, DateTimeOffset now) =>
        _payments.Find(payment => payment.Id == id) is { } payment
            ? Collect(payment, receipt, mayRepeat: false, now)
            : PaymentErrors.PaymentNotFound;

    /// <summary>Somebody outside gives up a payment. The customer may still pay it there later.</summary>
    public Result FailPayment(OrderPaymentId id, PaymentFailure failure)
    {
        if (_payments.Find(payment => payment.Id == id) is not { } payment)
            return PaymentErrors.PaymentNotFound;

        if (payment.SettledAt is not null)
            return OrderErrors.PaymentSettled;

        if (payment.Status == PaymentStatus.Rejected && Status == OrderStatus.PaymentFailed)
            return Result.Success;

        var moved = Move(OrderMove.FailPayment, ActorKind.Gateway, null, new PlanOrderPaymentFailed(UserId, OrderNo, failure.Code));
        if (!moved.IsSuccess)
            return moved;

        payment.Fail(failure);
        PaymentState = VpsPanel.Domain.Sales.Orders.PaymentState.Failed;
        PaymentFailureCode = failure.Code;
        PaymentFailureMessage = failure.Message;
        return moved;
    }

    /// <summary>Money that comes later goes to the wallet. Once more says nothing new.</summary>
    public Result CancelPlan(ActorKind by, string byName, string reason, DateTimeOffset at)
    {
        if (Status == OrderStatus.Cancelled)
            return Result.Success;

        if (Status == OrderStatus.Paid && TotalCents > 0)
            return OrderErrors.Paid;

        var moved = Move(OrderMove.Cancel, by, OrderItemStatus.Canceled, new PlanOrderCancelled(UserId, OrderNo, reason));
        if (!moved.IsSuccess)
            return moved;

        CloseAttempts("order_cancelled");
        EndPlan(byName, reason, at);
        return moved;
    }

    /// <summary>A part or the rest; the settlement credits the wallet in the same transaction.</summary>
    public Result<OrderRefund> Refund(Actor by, RefundRequest request, DateTimeOffset now)
    {
        if (Refundable(by.Kind, request.AmountCents) is { } failure)
            return failure;

        var isRest = RefundedCents + request.AmountCents == TotalCents;
        var (move, end) = isRest
            ? (OrderMove.RefundRest, OrderStatus.Refunded)
            : (OrderMove.RefundPart, OrderStatus.PartiallyRefunded);
        var moved = Move(move, by.Kind, null, new PlanOrderRefunded(UserId, OrderNo, request.AmountCents, end));
        if (!moved.IsSuccess)
            return moved.Error;

        var refund = OrderRefund.Of(request, Reference, by, now);
        _refunds.Add(refund);
        RefundedCents += request.AmountCents;
        RefundedAt = request.RefundedAt;
        Note(
            ("last_refund_amount", request.AmountCents),
            ("last_refund_by", by.Name),
            ("last_refund_reason", JsonNotes.Text(request.Reason)),
            ("cancelled_by", isRest ? by.Name : null),
            ("cancel_reason", isRest ? "refund_completed" : null));
        return refund;
    }

    /// <summary>Its unused part was given for another plan.</summary>
    /// <exception cref="InvalidOperationException">More than is left: the caller's figures are wrong.</exception>
    public void GiveForAnotherPlan(long cents) => CreditedCents = cents >= 0 && cents <= LeftCents
        ? CreditedCents + cents
        : throw new InvalidOperationException($"{cents} of {LeftCents} cents of order {Id.Value} cannot be credited.");

    private Error? Refundable(ActorKind by, long cents)
    {
        if (TotalCents <= 0)
            return OrderErrors.NothingToRefund;

        if (Flow.Check(Status, OrderMove.RefundPart, by) is { IsSuccess: false } failure)
            return failure.Error;

        if (PaymentMethod != Balance)
            return OrderErrors.NotFromBalance;

        return cents <= 0 || cents > Math.Min(TotalCents - RefundedCents, LeftCents) ? OrderErrors.RefundTooHigh : null;
    }

    /// <summary>An order that nobody paid is not waited for any more.</summary>
    private void EndPlan(string byName, string reason, DateTimeOffset at)
    {
        CancelledAt = at;
        if (PaymentState == VpsPanel.Domain.Sales.Orders.PaymentState.Pending)
            PaymentState = VpsPanel.Domain.Sales.Orders.PaymentState.Failed;

        Note(("cancelled_by", byName), ("cancel_reason", JsonNotes.Text(reason)));
    }

    private Result PayByGateway(GatewayReceipt receipt)
    {
        PaymentReference = receipt.Reference.Length > 0 ? receipt.Reference : PaymentReference;
        return Pay(OrderMove.Settle, ActorKind.Gateway, receipt.PaidAt);
    }

    private Result AskOutside(PlanPurchase wanted)
    {
        PaymentIntentId = $"{wanted.Channel}-{OrderNo}";
        var metadata = JsonNotes.With(null, ("channel", wanted.Channel), ("return_url", JsonNotes.Text(wanted.ReturnUrl)));
        _payments.Add(OrderPayment.Requested(wanted.Channel!, Total, PaymentIntentId, metadata));
        return Move(OrderMove.Place, ActorKind.User, OrderItemStatus.PendingPayment, new PlanOrderPlaced(UserId, OrderNo, TotalCents));
    }

    private Result Pay(OrderMove move, ActorKind by, DateTimeOffset paidAt)
    {
        var moved = Move(move, by, OrderItemStatus.Active, new PlanOrderPaid(UserId, OrderNo, TotalCents));
        if (!moved.IsSuccess)
            return moved;

        PaymentState = VpsPanel.Domain.Sales.Orders.PaymentState.Succeeded;
        PaymentFailureCode = null;
        PaymentFailureMessage = null;
        PaidAt = paidAt;
        return moved;
    }

    private void Note(params (string Key, System.Text.Json.Nodes.JsonNode? Value)[] members) => Metadata = JsonNotes.With(Metadata, members);
}
