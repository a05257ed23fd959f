using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Permissions;

public readonly record struct PermissionId(long Value) : IId<PermissionId>
{
    public static PermissionId From(long value) => new(value);
}
