namespace VpsPanel.Domain.Common;

public readonly record struct SessionId(long Value) : IId<SessionId>
{
    public static SessionId From(long value) => new(value);
}
