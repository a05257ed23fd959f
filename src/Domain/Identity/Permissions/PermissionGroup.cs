using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Permissions;

/// <summary>What its admins and API keys may do: permission codes, <c>*</c>, or a prefix such as <c>vps.*</c>, which
/// leaves <see cref="ExactCodes"/> out.</summary>
[StreamName("permission_group")]
public sealed class PermissionGroup : AggregateRoot<PermissionGroupId>
{
    /// <summary>For what could take other people's accounts over, such as the server that their reset letters pass.</summary>
    public const string Credentials = "security.credentials";

    private PermissionGroup()
    {
    }

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary>Codes and patterns, one per line.</summary>
    public string Grants { get; private set; } = "";

    public IReadOnlyList<string> GrantList => Grants.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static PermissionGroup Create(string name, string description, IEnumerable<string> grants) =>
        new() { Name = name.Trim(), Description = description.Trim(), Grants = Join(grants) };

    /// <summary>Null keeps a field as it is.</summary>
    public void Change(string? name, string? description, IEnumerable<string>? grants)
    {
        Name = name?.Trim() ?? Name;
        Description = description?.Trim() ?? Description;
        Grants = grants is null ? Grants : Join(grants);
        Raise(new PermissionGroupChanged());
    }

    /// <summary>Codes that no prefix covers: whoever granted <c>jobs.*</c> or <c>vps.*</c> shall not have granted them unawares.</summary>
    public static IReadOnlyCollection<string> ExactCodes { get; } = ["jobs.manage", Credentials, "vps.relink"];

    /// <summary>Whether any of the grants covers the code.</summary>
    public static bool Covers(IEnumerable<string> grants, string code)
    {
        var isExact = ExactCodes.Contains(code);
        return grants.Any(grant => grant == code || grant == "*"
            || (!isExact && grant.EndsWith('*') && code.StartsWith(grant[..^1], StringComparison.Ordinal)));
    }

    private static string Join(IEnumerable<string> grants) => string.Join('\n', grants.Select(grant => grant.Trim()).Distinct());
}
