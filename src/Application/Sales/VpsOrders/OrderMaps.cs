using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>The views of an order that a command has in its hands; they equal what a query reads afterwards.</summary>
internal sealed class OrderMaps : Mappings
{
    public OrderMaps()
    {
        CreateMap<Order, OrderView>().ConvertUsing((order, _) => View(order));
        CreateMap<(Order Order, OrderItem Item), OrderItemView>().ConvertUsing((source, _) => View(source.Order, source.Item));
        CreateMap<(Order Order, OrderPayment Payment), OrderPaymentView>().ConvertUsing((source, _) => View(source.Order, source.Payment));
    }

    private static OrderView View(Order order) => new(
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

    private static OrderItemView View(Order order, OrderItem item) => new(
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

    private static OrderPaymentView View(Order order, OrderPayment payment) => new(
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
}

internal static class OrderMapping
{
    public static IReadOnlyList<OrderItemView> MapItems(this IMapper maps, Order order) =>
        [.. order.Items.OrderBy(item => item.Id.Value).Select(item => maps.Map<OrderItemView>((order, item)))];

    public static OrderPaymentView MapPayment(this IMapper maps, Order order, OrderPayment payment) =>
        maps.Map<OrderPaymentView>((order, payment));
}
