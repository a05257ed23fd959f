using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Sessions;

public readonly record struct SessionId(long Value) : IId<SessionId>
{
    public static SessionId From(long value) => new(value);
}
