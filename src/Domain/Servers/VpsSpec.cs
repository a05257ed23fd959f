using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpsPanel.Domain.Servers;

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

    /// <summary>0 when there is no such number.</summary>
    public static int Number(string spec, string name) =>
        Parse(spec)[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;

    /// <summary>The first of these members that is a time.</summary>
    public static DateTimeOffset? Time(string spec, params string[] names)
    {
        var json = Parse(spec);
        foreach (var name in names)
        {
            if (json[name] is JsonValue value && value.TryGetValue<string>(out var text)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                return time;
            }
        }

        return null;
    }

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
