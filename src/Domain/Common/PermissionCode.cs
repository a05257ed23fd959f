namespace VpsPanel.Domain.Common;

/// <summary>What codes such as <c>order.approve</c> mean to each other.</summary>
public static class PermissionCode
{
    /// <summary>For what could take other people's accounts over, such as the server that their reset letters pass.</summary>
    public const string Credentials = "security.credentials";

    /// <summary>Codes that no prefix covers: whoever granted <c>jobs.*</c> or <c>vps.*</c> shall not have granted them unawares.</summary>
    public static IReadOnlyCollection<string> Exact { get; } = ["jobs.manage", Credentials, "vps.relink"];

    /// <summary>Whether any of the grants covers the code.</summary>
    public static bool Covers(IEnumerable<string> grants, string code)
    {
        var isExact = Exact.Contains(code);
        return grants.Any(grant => grant == code || grant == "*"
            || (!isExact && grant.EndsWith('*') && code.StartsWith(grant[..^1], StringComparison.Ordinal)));
    }
}
