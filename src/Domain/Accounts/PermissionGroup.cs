using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Accounts;

/// <summary>What its admins and API keys may do: permission codes, <c>*</c>, or a prefix such as <c>vps.*</c>.</summary>
public sealed class PermissionGroup : AggregateRoot<PermissionGroupId>
{
    private PermissionGroup()
    {
    }

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary>Codes and patterns, one per line.</summary>
    public string Grants { get; private set; } = "";

    public static PermissionGroup Create(string name, string description, IEnumerable<string> grants) =>
        new() { Name = name.Trim(), Description = description.Trim(), Grants = string.Join('\n', grants.Select(grant => grant.Trim())) };

    /// <summary>Whether any of the grants covers the code.</summary>
    public static bool Covers(IEnumerable<string> grants, string code) => grants.Any(grant =>
        grant == code || grant == "*" || (grant.EndsWith('*') && code.StartsWith(grant[..^1], StringComparison.Ordinal)));
}
