using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Accounts.Commands;

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
