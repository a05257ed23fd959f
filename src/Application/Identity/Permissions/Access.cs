using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.Permissions;

/// <summary>The rights behind a token, read from current data.</summary>
public sealed record Access(
    long SessionId, long UserId, string Username, bool IsUser, bool IsAdmin, bool IsPrimaryAdmin, string Grants)
{
    public IReadOnlyList<string> GrantList => IsPrimaryAdmin ? ["*"] : Grants.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool May(string code) => IsAdmin && PermissionCode.Covers(GrantList, code);
}
