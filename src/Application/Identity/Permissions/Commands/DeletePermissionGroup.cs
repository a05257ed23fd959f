using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.Permissions.Commands;

public sealed record DeletePermissionGroup(PermissionGroupId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("permission_group.delete", "permission_group", Id.Value.ToString());
}

internal sealed class DeletePermissionGroupHandler(IPermissionGroups groups, IGrantLimit rights) : ICommandHandler<DeletePermissionGroup>
{
    public async Task<Result> Handle(DeletePermissionGroup command, CancellationToken ct)
    {
        if (await groups.Find(command.Id, ct) is not { } group)
            return PermissionErrors.GroupNotFound;

        if (await rights.MayGrant(group.GrantList, ct) is { IsSuccess: false } above)
            return above;

        if (await groups.IsUsed(command.Id, ct))
            return PermissionErrors.GroupInUse;

        groups.Remove(group);
        return Result.Success;
    }
}
