using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Like <see cref="VerbatimJsonConverter"/>; a null that was sent is the JSON <c>null</c>, unlike a member that is absent.</summary>
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
