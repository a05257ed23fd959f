using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

public readonly record struct OrderItemId(long Value) : IId<OrderItemId>
{
    public static OrderItemId From(long value) => new(value);
}

public readonly record struct OrderRefundId(long Value) : IId<OrderRefundId>
{
    public static OrderRefundId From(long value) => new(value);
}

public readonly record struct OrderPaymentId(long Value) : IId<OrderPaymentId>
{
    public static OrderPaymentId From(long value) => new(value);
}
