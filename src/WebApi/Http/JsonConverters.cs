using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>Refuses NUL, which PostgreSQL cannot store, and lets nothing act that people write for others to see.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    private static readonly VerbatimTextConverter Verbatim = new();

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Verbatim.Read(ref reader, typeToConvert, options) is { } text ? AuthoredText.Defuse(text) : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    // The framework's own way to write the names of a dictionary is not there without reflection.
    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Text(ref reader)!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    private static string? Text(ref Utf8JsonReader reader)
    {
        var text = reader.GetString();
        return text is not null && text.Contains('\0') ? throw new JsonException("must not contain a NUL character") : text;
    }
}

/// <summary>For a text that clients also send as a whole number.</summary>
internal sealed class TextOrNumberConverter : JsonConverter<string>
{
    private static readonly TextConverter Texts = new();

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            JsonTokenType.String => Texts.Read(ref reader, typeToConvert, options),
            _ => throw new JsonException("must be text or a whole number"),
        };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Clients send booleans as true, "true", "1" or 1.</summary>
internal sealed class BooleanConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.TryGetInt32(out var number) && number is 0 or 1 => reader.GetInt32() == 1,
        JsonTokenType.String => reader.GetString()!.Trim().ToLowerInvariant() switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => throw new JsonException("must be true or false"),
        },
        _ => throw new JsonException("must be true or false"),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}

/// <summary>Writes RFC 3339 in UTC to the millisecond; reads that and <c>YYYY-MM-DD[ HH:mm:ss]</c>, taken as UTC.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] PlainFormats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"];

    public static bool TryParse(string? text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, PlainFormats, CultureInfo.InvariantCulture, Utc, out instant)
        || (text is { Length: >= 20 } && text[10] is 'T' or 't'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out instant));

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var instant)
            ? instant
            : throw new JsonException("must be a time such as 2026-01-31T08:00:00Z");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
