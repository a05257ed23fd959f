using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Permissions;

public readonly record struct PermissionGroupId(long Value) : IId<PermissionGroupId>
{
    public static PermissionGroupId From(long value) => new(value);
}
