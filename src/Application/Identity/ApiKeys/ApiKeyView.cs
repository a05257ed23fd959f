using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.ApiKeys;

namespace VpsPanel.Application.Identity.ApiKeys;

/// <summary>An API key without the key.</summary>
public sealed record ApiKeyView(
    long Id,
    string Name,
    string KeyHash,
    [property: WordsOf(typeof(ApiKeyStatus))] string Status,
    IReadOnlyList<string> Scopes,
    long? PermissionGroupId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? LastUsedAt)
{
    public static ApiKeyView Of(ApiKey key) =>
        new(
            key.Id.Value, key.Name, key.KeyHash, WireNames.Of(key.Status), Split(key.Scopes), key.PermissionGroupId?.Value,
            key.CreatedAt, key.UpdatedAt, key.LastUsedAt);

    internal static IReadOnlyList<string> Split(string scopes) => scopes.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
