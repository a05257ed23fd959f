namespace VpsPanel.Domain.Common;

public readonly record struct UserId(long Value) : IId<UserId>
{
    public static UserId From(long value) => new(value);
}
