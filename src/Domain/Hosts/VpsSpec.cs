using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpsPanel.Domain.Hosts;

/// <summary>The free JSON of a VPS: what the customer chose, and facts that were added since.</summary>
internal static class VpsSpec
{
    public static string With(string spec, params (string Name, JsonNode Value)[] members)
    {
        var json = Parse(spec);
        foreach (var (name, value) in members)
            json[name] = value;

        return json.ToJsonString();
    }

    public static string Instant(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Parse(string spec)
    {
        try
        {
            return JsonNode.Parse(spec) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
