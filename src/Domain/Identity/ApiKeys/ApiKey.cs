using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Domain.Identity.ApiKeys;

public enum ApiKeyStatus
{
    Active,
    Disabled,
}

/// <summary>A key for programs. Only its hash is kept; the scopes say which doors it fits, the group what it may do behind them.</summary>
[StreamName("api_key")]
public sealed class ApiKey : AggregateRoot<ApiKeyId>
{
    public const string RawPrefix = "ak_live_";

    public const int RawRandomLength = 24;

    /// <summary>What each scope opens whatever the group says, in the codes of those who may do the like by hand.</summary>
    private static readonly Dictionary<string, string[]> Powers = new()
    {
        ["robot"] = ["order.approve", "order.reject"],
        ["admin"] = [],
        ["node"] = ["node.update"],
    };

    private ApiKey()
    {
    }

    public static IReadOnlyList<string> KnownScopes { get; } = [.. Powers.Keys];

    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the raw key in lower-case hex.</summary>
    public string KeyHash { get; private set; } = "";

    /// <summary>Scopes, one per line.</summary>
    public string Scopes { get; private set; } = "";

    public IReadOnlyList<string> ScopeList => Scopes.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public PermissionGroupId? PermissionGroupId { get; private set; }

    public ApiKeyStatus Status { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public static ApiKey Create(string name, string keyHash, IEnumerable<string> scopes, PermissionGroupId? group) => new()
    {
        Name = name.Trim(),
        KeyHash = keyHash,
        Scopes = string.Join('\n', scopes.Distinct()),
        PermissionGroupId = group,
    };

    public static IEnumerable<string> PowersOf(IEnumerable<string> scopes) => scopes.SelectMany(scope => Powers[scope]);

    public void SetStatus(ApiKeyStatus status)
    {
        Status = status;
        Raise(new ApiKeyChanged());
    }
}
