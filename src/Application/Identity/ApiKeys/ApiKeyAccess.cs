using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.ApiKeys;

public sealed record ApiKeyAccess(long Id, string Name, string Status, string Scopes, string Grants)
{
    public bool IsActive => Status == "active";

    public bool HasScope(string scope) => Scopes.Split('\n').Contains(scope);

    public IReadOnlyList<string> GrantList => Grants.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool May(string code) => PermissionGroup.Covers(GrantList, code);
}
