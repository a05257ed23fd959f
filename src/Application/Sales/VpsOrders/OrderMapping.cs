using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>The views of an order that a command has in its hands; they equal what a query reads afterwards.</summary>
internal static class OrderMapping
{
    public static OrderView ToView(this Order order) => new(
        order.Id.Value,
        order.UserId.Value,
        order.OrderNo,
        WireNames.Of(order.Status),
        order.Total,
        order.Currency,
        order.IdempotencyKey ?? "",
        order.PendingReason,
        order.ApprovedBy?.Value,
        order.ApprovedAt,
        order.RejectedReason,
        order.PaymentDueAt,
        order.ExpiredAt,
        order.ArchivedAt,
        order.CreatedAt,
        order.UpdatedAt);

    public static OrderItemView ToView(this OrderItem item, Order order) => new(
        item.Id.Value,
        order.Id.Value,
        item.PackageId,
        item.SystemId,
        new RawJson(item.Spec),
        item.Qty,
        new Yuan(item.AmountCents),
        WireNames.Of(item.Status),
        item.AutomationInstanceId ?? "",
        WireNames.Of(item.Action),
        item.DurationMonths,
        item.CreatedAt,
        item.UpdatedAt);

    public static OrderPaymentView ToView(this OrderPayment payment, Order order) => new(
        payment.Id.Value,
        order.Id.Value,
        order.UserId.Value,
        payment.Method,
        payment.Amount,
        payment.Currency,
        payment.TradeNo ?? "",
        payment.Note,
        payment.ScreenshotUrl,
        WireNames.Of(payment.Status),
        payment.IdempotencyKey ?? "",
        payment.ReviewedBy?.Value,
        payment.ReviewReason,
        payment.CreatedAt,
        payment.UpdatedAt);

    public static IReadOnlyList<OrderItemView> ToItemViews(this Order order) =>
        [.. order.Items.OrderBy(item => item.Id.Value).Select(item => item.ToView(order))];
}
