using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users;

/// <summary>Keeps administrators from raising themselves or each other above what they may do.</summary>
internal sealed class AdminRights(IUsers users, IPermissionGroups groups, ICurrentActor actor) : IGrantLimit
{
    /// <inheritdoc/>
    public async Task<Result> MayGrant(IEnumerable<string> grants, CancellationToken ct)
    {
        var own = await Own(ct);
        return grants.All(grant => PermissionCode.Covers(own, grant)) ? Result.Success : AccountErrors.AboveOwnRights;
    }

    /// <summary>Refuses to put somebody into a group that may do more than the caller, or into one that does not exist.</summary>
    public async Task<Result> MayAssign(PermissionGroupId? group, CancellationToken ct)
    {
        if (group is not { } id)
            return Result.Success;

        return await groups.Find(id, ct) is { } found
            ? await MayGrant(found.GrantList, ct)
            : Error.Validation("permission_group_id", "permission_group_id does not exist", PermissionErrors.GroupNotFound.Code);
    }

    /// <summary>Refuses changes to oneself, to the primary admin, and to admins who may do more than the caller.</summary>
    public async Task<Result> MayGovern(User other, CancellationToken ct)
    {
        if (other.Id == actor.UserId)
            return AccountErrors.NotOneself;

        if (await users.PrimaryAdmin(ct) == other.Id)
            return AccountErrors.PrimaryAdmin;

        return await MayGrant(await GrantsOf(other.PermissionGroupId, ct), ct);
    }

    /// <summary>What an admin may do; null for others.</summary>
    public async Task<IReadOnlyList<string>?> GrantsOf(User user, CancellationToken ct)
    {
        if (!user.IsAdmin)
            return null;

        return await users.PrimaryAdmin(ct) == user.Id ? ["*"] : await GrantsOf(user.PermissionGroupId, ct);
    }

    private async Task<IReadOnlyList<string>> Own(CancellationToken ct)
    {
        // The system installs and seeds; an API key acts without a user and its group is checked at the door.
        if (actor.Kind == ActorKind.System || await users.PrimaryAdmin(ct) == actor.UserId)
            return ["*"];

        var me = await users.Find(actor.UserId, ct);
        return await GrantsOf(me?.PermissionGroupId, ct);
    }

    private async Task<IReadOnlyList<string>> GrantsOf(PermissionGroupId? group, CancellationToken ct) =>
        group is { } id && await groups.Find(id, ct) is { } found ? found.GrantList : [];
}
