using VpsPanel.Application.Identity.Users;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.ApiKeys;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.ApiKeys;

/// <summary>Keeps administrators from giving a key more than they have.</summary>
internal sealed class KeyRights(AdminRights rights)
{
    /// <summary>Refuses a key that may do more than the caller, by its group or by what its scopes open.</summary>
    public async Task<Result> MayOpen(IEnumerable<string> scopes, PermissionGroupId? group, CancellationToken ct) =>
        await rights.MayGrant(ApiKey.PowersOf(scopes), ct) is { IsSuccess: false } above ? above : await rights.MayAssign(group, ct);
}
