namespace VpsPanel.Domain.Common;

public readonly record struct OrderId(long Value) : IId<OrderId>
{
    public static OrderId From(long value) => new(value);
}
