using System.Text.Json;

namespace VpsPanel.Application.Proxies.TemplateLanguage;

/// <summary>Turns JSON into values that templates know.</summary>
public static class TemplateData
{
    public static object? From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Map(json),
        JsonValueKind.Array => json.EnumerateArray().Select(From).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => json.GetDouble(),
        _ => null,
    };

    /// <summary>A repeated name keeps its last value.</summary>
    private static Dictionary<string, object?> Map(JsonElement json)
    {
        var map = new Dictionary<string, object?>();
        foreach (var member in json.EnumerateObject())
            map[member.Name] = From(member.Value);

        return map;
    }
}
