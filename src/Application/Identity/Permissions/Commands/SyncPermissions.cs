using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.Permissions.Commands;

/// <summary>Stores the codes that the routes ask for beside those stored before; words that were changed stay.</summary>
public sealed record SyncPermissions : ICommand<SyncedPermissions>, IAudited
{
    public AuditRecord Audit(object? answer) => new("permission.sync", "permission", "*", answer);
}

public sealed record SyncedPermissions(bool Ok, int Total);

internal sealed class SyncPermissionsHandler(
    IPermissions permissions, IPermissionCodes codes) : ICommandHandler<SyncPermissions, SyncedPermissions>
{
    public async Task<Result<SyncedPermissions>> Handle(SyncPermissions command, CancellationToken ct)
    {
        var wanted = PermissionList.Of(codes.All);
        await permissions.AddMissing(
            [
                .. wanted.Select(permission => Permission.Create(
                    permission.Code, permission.Name, permission.FriendlyName, permission.Category, permission.ParentCode ?? "",
                    permission.SortOrder)),
            ],
            ct);
        return new SyncedPermissions(true, wanted.Count);
    }
}
