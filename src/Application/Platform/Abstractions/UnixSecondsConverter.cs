using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpsPanel.Application.Platform.Abstractions;

public sealed class UnixSecondsConverter : JsonConverter<UnixSeconds>
{
    public override UnixSeconds Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var seconds = 0L;
        var read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetInt64(out seconds),
            JsonTokenType.String => long.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out seconds),
            _ => false,
        };

        return read && seconds is >= 0 and <= UnixSeconds.Max
            ? new UnixSeconds(seconds)
            : throw new JsonException("must be a time in Unix seconds");
    }

    public override void Write(Utf8JsonWriter writer, UnixSeconds value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
