using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.PlanOrders;

/// <summary>An order that a command has in its hands, as a query reads it afterwards. Children need their ids, so flush first.</summary>
internal static class PlanOrderMapping
{
    public static string Word(PaymentStatus status) => status switch
    {
        PaymentStatus.Approved => "succeeded",
        PaymentStatus.Rejected => "failed",
        _ => "pending",
    };

    public static PlanOrderView ToPlanView(this Order order) => new(
        order.Id.Value,
        order.OrderNo,
        order.UserId.Value,
        WireNames.Of(order.Status),
        order.PaymentState is { } state ? WireNames.Of(state) : "",
        order.PaymentMethod,
        order.PaymentIntentId,
        order.PaymentReference,
        order.PaymentFailureCode,
        order.PaymentFailureMessage,
        order.TotalCents,
        order.RefundedCents,
        order.Currency,
        order.PlanId?.Value,
        order.PlanSnapshot,
        Raw(order.Metadata),
        UnixSeconds.Of(order.PaidAt),
        UnixSeconds.Of(order.CancelledAt),
        UnixSeconds.Of(order.RefundedAt),
        UnixSeconds.Of(order.PaymentDueAt),
        UnixSeconds.Of(order.ExpiredAt),
        UnixSeconds.Of(order.CreatedAt),
        UnixSeconds.Of(order.UpdatedAt),
        order.CreditCents == 0 ? null : order.CreditCents)
    {
        Items = [.. order.Items.OrderBy(item => item.Id.Value).Select(item => View(order, item))],
        Refunds = [.. order.Refunds.OrderBy(refund => refund.Id.Value).Select(refund => View(order, refund))],
        Payments = [.. order.Payments.OrderBy(payment => payment.Id.Value).Select(payment => View(order, payment))],
    };

    private static PlanOrderItemView View(Order order, OrderItem item) => new(
        item.Id.Value,
        order.Id.Value,
        "plan",
        order.PlanId?.Value ?? 0,
        item.Name,
        item.Qty,
        item.AmountCents / item.Qty,
        order.Currency,
        item.AmountCents,
        new RawJson(item.Spec),
        UnixSeconds.Of(item.CreatedAt));

    private static PlanOrderRefundView View(Order order, OrderRefund refund) => new(
        refund.Id.Value,
        order.Id.Value,
        refund.AmountCents,
        refund.Reason,
        refund.Reference,
        new RawJson(refund.Metadata),
        UnixSeconds.Of(refund.CreatedAt));

    private static PlanOrderPaymentView View(Order order, OrderPayment payment) => new(
        payment.Id.Value,
        order.Id.Value,
        payment.Method,
        Order.External,
        payment.TradeNo ?? "",
        payment.Reference ?? "",
        Word(payment.Status),
        payment.AmountCents,
        payment.Currency,
        payment.FailureCode ?? "",
        payment.FailureMessage ?? "",
        Raw(payment.Metadata),
        UnixSeconds.Of(payment.CreatedAt),
        UnixSeconds.Of(payment.UpdatedAt));

    private static RawJson? Raw(string? json) => json is null ? null : new RawJson(json);
}
