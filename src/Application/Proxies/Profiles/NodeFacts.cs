using System.Globalization;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>A node as templates see it.</summary>
internal static class NodeFacts
{
    public static IReadOnlyDictionary<string, object?> Of(
        long id, string name, string region, string country, IEnumerable<string> protocols, string status, DateTimeOffset updatedAt) =>
        new Dictionary<string, object?>
        {
            ["id"] = id,
            ["name"] = name,
            ["region"] = region,
            ["country"] = country,
            ["protocols"] = protocols.ToList<object?>(),
            ["status"] = status,
            ["updated_at"] = updatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
}
