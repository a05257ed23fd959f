using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Takes no sign.</summary>
public sealed class YuanConverter : JsonConverter<Yuan>
{
    public override Yuan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonMoney.ReadYuan(ref reader, signed: false);

    public override void Write(Utf8JsonWriter writer, Yuan value, JsonSerializerOptions options) => JsonMoney.WriteYuan(writer, value);
}
