using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Users;

public readonly record struct PasswordResetId(long Value) : IId<PasswordResetId>
{
    public static PasswordResetId From(long value) => new(value);
}
