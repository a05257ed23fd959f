using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>A stored JSON text that is sent as it is.</summary>
[JsonConverter(typeof(RawJsonConverter))]
public readonly record struct RawJson(string Text)
{
    public static RawJson Empty { get; } = new("{}");

    /// <summary>The text of a JSON string, and the JSON itself of anything else.</summary>
    public string PlainText()
    {
        using var document = JsonDocument.Parse(Text);
        return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString()! : Text;
    }
}
