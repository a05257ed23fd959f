using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>For JSON of a body that is taken as it is; see <see cref="VerbatimTextConverter"/>.</summary>
public sealed class VerbatimJsonConverter : JsonConverter<RawJson>
{
    private static readonly RawJsonConverter Plain = new();

    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(RawJsonConverter.Verbatim(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => Plain.Write(writer, value, options);
}
