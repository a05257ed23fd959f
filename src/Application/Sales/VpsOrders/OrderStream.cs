using System.Text.Json.Serialization;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>The events of an order as clients see them, by SSE and by webhook. Amounts are in cents here.</summary>
public static class OrderStream
{
    /// <summary>Every public name that there is.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "order.pending_payment", "order.pending_review", "order.approved", "order.rejected", "order.canceled", "order.provisioning",
        "order.item.active", "order.item.failed", "order.completed", "payment.created", "payment.approved", "payment.confirmed",
        "payment.underpaid", "order.paid", "order.payment_failed", "order.cancelled", "order.refunded",
    ];

    /// <summary>The public name and data of an event.</summary>
    public static (string Type, OrderEventData Data) Describe(OrderEvent happened) => happened switch
    {
        OrderAwaitsPayment awaits => (
            "order.pending_payment", new OrderEventData { Status = "pending_payment", Total = awaits.TotalCents }),
        OrderAwaitsReview { Proof: { } proof } awaits => (
            "order.pending_review",
            new OrderEventData
            {
                Status = "pending_review",
                Total = awaits.TotalCents,
                Payment = new OrderEventPayment(proof.Method, proof.AmountCents, proof.TradeNo ?? ""),
            }),
        OrderAwaitsReview awaits => ("order.pending_review", new OrderEventData { Status = "pending_review", Total = awaits.TotalCents }),
        OrderApproved => ("order.approved", new OrderEventData { Status = "approved" }),
        OrderRejected rejected => ("order.rejected", new OrderEventData { Status = "rejected", Reason = rejected.Reason }),
        OrderCanceled => ("order.canceled", new OrderEventData { Status = "canceled" }),
        OrderExpired => ("order.canceled", new OrderEventData { Status = "canceled", Reason = Order.ExpiredReason }),
        OrderProvisioningStarted => ("order.provisioning", new OrderEventData { Status = "provisioning" }),
        OrderItemActivated item => ("order.item.active", new OrderEventData { ItemId = item.ItemId.Value, InstanceId = item.InstanceId }),
        OrderItemFailed item => ("order.item.failed", new OrderEventData { ItemId = item.ItemId.Value, Reason = item.Reason }),
        OrderCompleted completed => ("order.completed", new OrderEventData { Status = WireNames.Of(completed.Status) }),
        PaymentCreated payment => ("payment.created", new OrderEventData { Method = payment.Method, TradeNo = payment.TradeNo }),
        PaymentApproved payment => ("payment.approved", new OrderEventData { Method = payment.Method, TradeNo = payment.TradeNo }),
        PaymentConfirmed payment => ("payment.confirmed", new OrderEventData { Method = payment.Method, TradeNo = payment.TradeNo }),
        PaymentUnderpaid payment => (
            "payment.underpaid",
            new OrderEventData { Method = payment.Method, TradeNo = payment.TradeNo, Total = payment.CollectedCents }),
        PlanOrderPlaced placed => (
            "order.pending_payment", new OrderEventData { Status = "pending_payment", Total = placed.TotalCents }),
        PlanOrderPaid paid => ("order.paid", new OrderEventData { Status = "paid", Total = paid.TotalCents }),
        PlanOrderPaymentFailed failed => ("order.payment_failed", new OrderEventData { Status = "payment_failed", Reason = failed.Code }),
        PlanOrderCancelled cancelled => ("order.cancelled", new OrderEventData { Status = "cancelled", Reason = cancelled.Reason }),
        PlanOrderRefunded refunded => (
            "order.refunded", new OrderEventData { Status = WireNames.Of(refunded.Status), Total = refunded.AmountCents }),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An order event without a public form."),
    };
}
