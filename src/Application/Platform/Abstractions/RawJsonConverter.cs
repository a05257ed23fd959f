using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>What people write for others to see: nothing in it acts, see <see cref="AuthoredText"/>.</summary>
public sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(AuthoredText.DefuseJson(Verbatim(ref reader)));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(string.IsNullOrEmpty(value.Text) ? "null" : value.Text);

    internal static string Verbatim(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return IsText(document.RootElement)
            ? document.RootElement.GetRawText()
            : throw new JsonException("must not contain a NUL character or half a character");
    }

    /// <summary>Escapes can spell what no database stores and no text holds.</summary>
    private static bool IsText(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => !element.GetString()!.Contains('\0', StringComparison.Ordinal),
                JsonValueKind.Array => element.EnumerateArray().All(IsText),
                JsonValueKind.Object =>
                    element.EnumerateObject().All(member => !member.Name.Contains('\0', StringComparison.Ordinal) && IsText(member.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
