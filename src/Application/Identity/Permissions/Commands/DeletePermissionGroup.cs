using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Permissions.Commands;

public sealed record DeletePermissionGroup(PermissionGroupId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("permission_group.delete", "permission_group", Id.Value.ToString());
}

internal sealed class DeletePermissionGroupHandler(IPermissionGroups groups, AdminRights rights) : ICommandHandler<DeletePermissionGroup>
{
    public async Task<Result> Handle(DeletePermissionGroup command, CancellationToken ct)
    {
        if (await groups.Find(command.Id, ct) is not { } group)
            return AccountErrors.GroupNotFound;

        if (await rights.MayGrant(group.GrantList, ct) is { IsSuccess: false } above)
            return above;

        if (await groups.IsUsed(command.Id, ct))
            return AccountErrors.GroupInUse;

        groups.Remove(group);
        return Result.Success;
    }
}
