using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Permissions;

public static class PermissionErrors
{
    public static Error GroupNotFound { get; } = Error.NotFound("permission_group.not_found");

    public static Error GroupDuplicate { get; } = Error.Conflict("permission_group.duplicate", "conflict");

    public static Error GroupInUse { get; } = Error.Conflict("permission_group.in_use", "the group is in use");

    public static Error PermissionNotFound { get; } = Error.NotFound("permission.not_found");
}
