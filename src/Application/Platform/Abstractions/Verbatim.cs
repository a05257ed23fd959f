using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>
/// For a text of a body that is taken as it is: secrets, what clients get as a file, and what a rule of its own judges. Every other text
/// goes through <see cref="Domain.Common.AuthoredText"/>.
/// </summary>
public sealed class VerbatimTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("must be text");

        // PostgreSQL cannot store it.
        var text = reader.GetString();
        return text is not null && text.Contains('\0', StringComparison.Ordinal)
            ? throw new JsonException("must not contain a NUL character")
            : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Likewise, for JSON.</summary>
public sealed class VerbatimJsonConverter : JsonConverter<RawJson>
{
    private static readonly RawJsonConverter Plain = new();

    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(RawJsonConverter.Verbatim(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => Plain.Write(writer, value, options);
}

/// <summary>Likewise; a null that was sent is the JSON <c>null</c>, unlike a member that is absent.</summary>
public sealed class NullOrVerbatimJsonConverter : JsonConverter<RawJson?>
{
    private static readonly RawJsonConverter Plain = new();

    public override bool HandleNull => true;

    public override RawJson? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? new RawJson("null") : new RawJson(RawJsonConverter.Verbatim(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson? value, JsonSerializerOptions options)
    {
        if (value is { } json)
            Plain.Write(writer, json, options);
        else
            writer.WriteNullValue();
    }
}
