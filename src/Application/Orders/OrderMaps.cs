using System.Linq.Expressions;
using AutoMapper;
using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Orders;

/// <summary>The views of an order that a command has in its hands; they equal what a query reads afterwards.</summary>
internal sealed class OrderMaps : Profile
{
    public OrderMaps()
    {
        CreateMap<Order, OrderDto>()
            .With(view => view.Id, order => order.Id.Value)
            .With(view => view.UserId, order => order.UserId.Value)
            .With(view => view.Status, order => WireNames.Of(order.Status))
            .With(view => view.TotalAmount, order => new Yuan(order.TotalCents))
            .With(view => view.IdempotencyKey, order => order.IdempotencyKey ?? "")
            .With(view => view.ApprovedBy, order => order.ApprovedBy == null ? null : (long?)order.ApprovedBy.Value.Value);
        CreateMap<(Order Order, OrderItem Item), OrderItemDto>().ConvertUsing((source, _) => View(source.Order, source.Item));
        CreateMap<(Order Order, OrderPayment Payment), OrderPaymentDto>().ConvertUsing((source, _) => View(source.Order, source.Payment));
    }

    private static OrderItemDto View(Order order, OrderItem item) => new(
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

    private static OrderPaymentDto View(Order order, OrderPayment payment) => new(
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
    public static IReadOnlyList<OrderItemDto> MapItems(this IMapper maps, Order order) =>
        [.. order.Items.OrderBy(item => item.Id.Value).Select(item => maps.Map<OrderItemDto>((order, item)))];

    public static OrderPaymentDto MapPayment(this IMapper maps, Order order, OrderPayment payment) => maps.Map<OrderPaymentDto>((order, payment));

    /// <summary>A constructor parameter by the property of the same name.</summary>
    public static IMappingExpression<TSource, TView> With<TSource, TView, TValue>(
        this IMappingExpression<TSource, TView> map, Expression<Func<TView, TValue>> member, Expression<Func<TSource, TValue>> value) =>
        map.ForCtorParam(((MemberExpression)member.Body).Member.Name, option => option.MapFrom(value));
}
