using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.ApiKeys;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users;

/// <summary>Keeps administrators from raising themselves or each other above what they may do.</summary>
internal sealed class AdminRights(IUsers users, IPermissionGroups groups, ICurrentActor actor)
{
    /// <summary>Refuses to hand out grants that the caller lacks.</summary>
    public async Task<Result> MayGrant(IEnumerable<string> grants, CancellationToken ct)
    {
        var own = await Own(ct);
        return grants.All(grant => PermissionGroup.Covers(own, grant)) ? Result.Success : AccountErrors.AboveOwnRights;
    }

    /// <summary>Refuses to put somebody into a group that may do more than the caller, or into one that does not exist.</summary>
    public async Task<Result> MayAssign(PermissionGroupId? group, CancellationToken ct)
    {
        if (group is not { } id)
            return Result.Success;

        return await groups.Find(id, ct) is { } found
            ? await MayGrant(found.GrantList, ct)
            : Error.Validation("permission_group_id", "permission_group_id does not exist", AccountErrors.GroupNotFound.Code);
    }

    /// <summary>Refuses a key that may do more than the caller, by its group or by what its scopes open.</summary>
    public async Task<Result> MayOpen(IEnumerable<string> scopes, PermissionGroupId? group, CancellationToken ct) =>
        await MayGrant(ApiKey.PowersOf(scopes), ct) is { IsSuccess: false } above ? above : await MayAssign(group, ct);

    /// <summary>Refuses changes to oneself, to the primary admin, and to admins who may do more than the caller.</summary>
    public async Task<Result> MayGovern(User other, CancellationToken ct)
    {
        if (other.Id == actor.UserId)
            return AccountErrors.NotOneself;

        if (await users.PrimaryAdmin(ct) == other.Id)
            return AccountErrors.PrimaryAdmin;

        return await MayGrant(other.PermissionGroupId is { } id && await groups.Find(id, ct) is { } group ? group.GrantList : [], ct);
    }

    private async Task<IReadOnlyList<string>> Own(CancellationToken ct)
    {
        // The system installs and seeds; an API key acts without a user and its group is checked at the door.
        if (actor.Kind == ActorKind.System || await users.PrimaryAdmin(ct) == actor.UserId)
            return ["*"];

        var me = await users.Find(actor.UserId, ct);
        return me?.PermissionGroupId is { } id && await groups.Find(id, ct) is { } group ? group.GrantList : [];
    }
}
