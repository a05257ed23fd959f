namespace VpsPanel.Domain.Common;

public readonly record struct VpsId(long Value) : IId<VpsId>
{
    public static VpsId From(long value) => new(value);
}
