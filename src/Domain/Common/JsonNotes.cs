using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpsPanel.Domain.Common;

/// <summary>JSON objects that aggregates keep for people and other programs to read; no rule looks into them.</summary>
public static class JsonNotes
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object with these members set; members without a value are left out.</summary>
    public static string With(string? json, params (string Key, JsonNode? Value)[] members)
    {
        var notes = Parse(json);
        foreach (var (key, value) in members.Where(member => member.Value is not null))
            notes[key] = value;

        return notes.ToJsonString(Plain);
    }

    /// <summary>Both objects in one; the second wins.</summary>
    public static string Merge(string json, string? over)
    {
        var notes = Parse(json);
        if (over is null)
            return notes.ToJsonString(Plain);

        // Clients may send a name twice, which a JsonObject does not bear.
        using var document = JsonDocument.Parse(over);
        foreach (var member in document.RootElement.EnumerateObject())
            notes[member.Name] = JsonNode.Parse(member.Value.GetRawText());

        return notes.ToJsonString(Plain);
    }

    /// <summary>Nothing for a blank text.</summary>
    public static JsonNode? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : JsonValue.Create(text);

    private static JsonObject Parse(string? json) => json is null ? [] : JsonNode.Parse(json)!.AsObject();
}
