using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

/// <content>How long it may wait for its money. An order that waits for an admin is never closed by age.</content>
public sealed partial class Order
{
    /// <summary>Why the clock cancels an order.</summary>
    public const string ExpiredReason = "expired";

    /// <summary>Long enough for a gateway; for callers that have no setting at hand.</summary>
    public static readonly TimeSpan DefaultPaymentWindow = TimeSpan.FromMinutes(30);

    /// <summary>When it is closed unless it is paid; null while no money is awaited.</summary>
    public DateTimeOffset? PaymentDueAt { get; private set; }

    /// <summary>When the clock closed it; null again once it is revived.</summary>
    public DateTimeOffset? ExpiredAt { get; private set; }

    public DateTimeOffset? RevivedAt { get; private set; }

    /// <summary>The customer chose a way to pay that a person confirms, which takes longer, counted from when the order was placed.</summary>
    public void ExpectManualPayment(TimeSpan window) => Delay((RevivedAt ?? CreatedAt) + window);

    /// <summary>The time to pay is over. What comes in later goes to the wallet.</summary>
    /// <returns><c>order.not_due</c> while there is time, or when it no longer waits for money.</returns>
    public Result Expire(DateTimeOffset now)
    {
        if (PaymentDueAt is not { } due || due > now)
            return OrderErrors.NotDue;

        OrderEvent happened = Kind == OrderKind.Plan
            ? new PlanOrderCancelled(UserId, OrderNo, ExpiredReason)
            : new OrderExpired(UserId, OrderNo);
        var moved = Move(OrderMove.Expire, ActorKind.System, OrderItemStatus.Canceled, happened);
        if (!moved.IsSuccess)
            return moved;

        ExpiredAt = now;
        CloseAttempts(ExpiredReason);
        if (Kind == OrderKind.Plan)
            EndPlan("system", ExpiredReason, now);

        return moved;
    }

    /// <summary>The customer wants it after all, on the terms of today.</summary>
    /// <param name="today">Its items as they would be ordered now, in the order of <see cref="Items"/>.</param>
    public Result Revive(IReadOnlyList<OrderItem> today, TimeSpan paymentWindow, DateTimeOffset now)
    {
        var total = today.Sum(item => item.AmountCents);
        var moved = Reopen(total, paymentWindow, now, new OrderAwaitsPayment(UserId, OrderNo, total));
        if (!moved.IsSuccess)
            return moved;

        foreach (var (item, fresh) in _items.Zip(today))
            item.TakeTermsOf(fresh);

        return moved;
    }

    /// <inheritdoc cref="Revive"/>
    public Result RevivePlan(PlanSnapshot plan, TimeSpan paymentWindow, DateTimeOffset now)
    {
        var fresh = OrderItem.Subscription(plan, Periods);
        var moved = Reopen(fresh.AmountCents, paymentWindow, now, new PlanOrderPlaced(UserId, OrderNo, fresh.AmountCents));
        if (!moved.IsSuccess)
            return moved;

        var last = _payments.MaxBy(payment => payment.Id.Value)!;
        _items[0].TakeTermsOf(fresh);
        PlanSnapshot = plan;
        Currency = plan.Currency;
        CancelledAt = null;
        PaymentState = VpsPanel.Domain.Sales.Orders.PaymentState.Pending;
        PaymentFailureCode = null;
        PaymentFailureMessage = null;
        PaymentIntentId = $"{last.Method}-{OrderNo}-{_payments.Count + 1}";
        _payments.Add(OrderPayment.Requested(last.Method, Total, PaymentIntentId, last.Metadata ?? "{}"));
        return moved;
    }

    /// <summary>Whether the owner can have it back.</summary>
    public Result Revivable()
    {
        if (Flow.Check(Status, OrderMove.Revive, ActorKind.User) is { IsSuccess: false } failure)
            return failure;

        return ExpiredAt is null ? OrderErrors.NotExpired : Result.Success;
    }

    private Result Reopen(long totalCents, TimeSpan paymentWindow, DateTimeOffset now, OrderEvent happened)
    {
        if (Revivable() is { IsSuccess: false } failure)
            return failure;

        if (totalCents <= 0)
            return OrderErrors.NothingToPay;

        (TotalCents, RevivedAt, ExpiredAt, PaymentDueAt) = (totalCents, now, null, now + paymentWindow);
        return Move(OrderMove.Revive, ActorKind.User, OrderItemStatus.PendingPayment, happened);
    }

    /// <summary>No one shall pay by them any more; money that comes all the same is not refused.</summary>
    private void CloseAttempts(string reason)
    {
        foreach (var payment in _payments.Where(payment => payment.Status == PaymentStatus.PendingPayment))
            payment.Close(reason);
    }

    private void Delay(DateTimeOffset until)
    {
        if (PaymentDueAt < until)
            PaymentDueAt = until;
    }

    private static bool AwaitsMoney(OrderStatus status) => status is OrderStatus.PendingPayment or OrderStatus.PaymentFailed;
}
