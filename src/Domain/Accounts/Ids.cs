using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Accounts;

public readonly record struct UserId(long Value) : IId<UserId>
{
    public static UserId From(long value) => new(value);
}

public readonly record struct SessionId(long Value) : IId<SessionId>
{
    public static SessionId From(long value) => new(value);
}

public readonly record struct ApiKeyId(long Value) : IId<ApiKeyId>
{
    public static ApiKeyId From(long value) => new(value);
}

public readonly record struct PermissionGroupId(long Value) : IId<PermissionGroupId>
{
    public static PermissionGroupId From(long value) => new(value);
}

public readonly record struct PermissionId(long Value) : IId<PermissionId>
{
    public static PermissionId From(long value) => new(value);
}

public readonly record struct PasswordResetId(long Value) : IId<PasswordResetId>
{
    public static PasswordResetId From(long value) => new(value);
}
