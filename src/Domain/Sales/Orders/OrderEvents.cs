using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>Something that happened to an order. The numbered events of one order are its public history.</summary>
[EventName("order")]
public abstract record OrderEvent(UserId UserId, string OrderNo) : IDomainEvent
{
    /// <summary>Counts the events of this order from 1, without gaps.</summary>
    public long Seq { get; init; }
}

[EventName("order.awaits_payment")]
public sealed record OrderAwaitsPayment(UserId UserId, string OrderNo, long TotalCents) : OrderEvent(UserId, OrderNo);

/// <param name="Proof">The payment that is to be reviewed; null when there is nothing to collect.</param>
[EventName("order.awaits_review")]
public sealed record OrderAwaitsReview(UserId UserId, string OrderNo, long TotalCents, PaymentClaim? Proof) : OrderEvent(UserId, OrderNo);

public sealed record PaymentClaim(string Method, long AmountCents, string? TradeNo);

[EventName("order.approved")]
public sealed record OrderApproved(UserId UserId, string OrderNo, string ApprovedBy) : OrderEvent(UserId, OrderNo)
{
    /// <summary>What the order is for.</summary>
    public OrderItemAction Action { get; init; }
}

[EventName("order.rejected")]
public sealed record OrderRejected(UserId UserId, string OrderNo, string Reason) : OrderEvent(UserId, OrderNo)
{
    /// <inheritdoc cref="OrderApproved.Action"/>
    public OrderItemAction Action { get; init; }
}

[EventName("order.canceled")]
public sealed record OrderCanceled(UserId UserId, string OrderNo) : OrderEvent(UserId, OrderNo);

/// <summary>It was not paid in time.</summary>
[EventName("order.expired")]
public sealed record OrderExpired(UserId UserId, string OrderNo) : OrderEvent(UserId, OrderNo);

[EventName("order.provisioning_started")]
public sealed record OrderProvisioningStarted(UserId UserId, string OrderNo) : OrderEvent(UserId, OrderNo);

[EventName("order.item_activated")]
public sealed record OrderItemActivated(UserId UserId, string OrderNo, OrderItemId ItemId, string? InstanceId)
    : OrderEvent(UserId, OrderNo);

[EventName("order.item_failed")]
public sealed record OrderItemFailed(UserId UserId, string OrderNo, OrderItemId ItemId, string Reason) : OrderEvent(UserId, OrderNo);

/// <summary>Provisioning ended, well or not.</summary>
[EventName("order.completed")]
public sealed record OrderCompleted(UserId UserId, string OrderNo, OrderStatus Status) : OrderEvent(UserId, OrderNo)
{
    /// <inheritdoc cref="OrderApproved.Action"/>
    public OrderItemAction Action { get; init; }
}

/// <summary>A gateway attempt was opened.</summary>
[EventName("order.payment_created")]
public sealed record PaymentCreated(UserId UserId, string OrderNo, string Method, string? TradeNo) : OrderEvent(UserId, OrderNo);

/// <summary>The wallet paid.</summary>
[EventName("order.payment_approved")]
public sealed record PaymentApproved(UserId UserId, string OrderNo, string Method, string? TradeNo) : OrderEvent(UserId, OrderNo);

/// <summary>A gateway confirmed that it collected.</summary>
[EventName("order.payment_confirmed")]
public sealed record PaymentConfirmed(UserId UserId, string OrderNo, string Method, string? TradeNo) : OrderEvent(UserId, OrderNo);

/// <summary>A gateway collected less than was asked for; it went to the wallet.</summary>
/// <param name="CollectedCents">What it collected.</param>
[EventName("order.payment_underpaid")]
public sealed record PaymentUnderpaid(UserId UserId, string OrderNo, string Method, string? TradeNo, long CollectedCents)
    : OrderEvent(UserId, OrderNo);

[EventName("plan_order.placed")]
public sealed record PlanOrderPlaced(UserId UserId, string OrderNo, long TotalCents) : OrderEvent(UserId, OrderNo);

[EventName("plan_order.paid")]
public sealed record PlanOrderPaid(UserId UserId, string OrderNo, long TotalCents) : OrderEvent(UserId, OrderNo);

[EventName("plan_order.payment_failed")]
public sealed record PlanOrderPaymentFailed(UserId UserId, string OrderNo, string? Code) : OrderEvent(UserId, OrderNo);

[EventName("plan_order.cancelled")]
public sealed record PlanOrderCancelled(UserId UserId, string OrderNo, string Reason) : OrderEvent(UserId, OrderNo);

/// <summary>Money went back to the wallet.</summary>
[EventName("plan_order.refunded")]
public sealed record PlanOrderRefunded(UserId UserId, string OrderNo, long AmountCents, OrderStatus Status) : OrderEvent(UserId, OrderNo);

/// <summary>Work begins again for an order that had failed. Its public history knows it as one more start.</summary>
[EventName("order.provisioning_resumed")]
public sealed record OrderProvisioningResumed : IDomainEvent;

/// <summary>The order is gone, and its public history with it.</summary>
/// <param name="VpsIds">Keys of the VPS that it leaves behind, to be deleted.</param>
[EventName("order.deleted")]
public sealed record OrderDeleted(UserId UserId, string OrderNo, IReadOnlyList<long> VpsIds) : IDomainEvent;
