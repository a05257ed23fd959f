using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Takes a minus: what is stored, and the few fields of requests that can go either way.</summary>
public sealed class SignedYuanConverter : JsonConverter<Yuan>
{
    public override Yuan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonMoney.ReadYuan(ref reader, signed: true);

    public override void Write(Utf8JsonWriter writer, Yuan value, JsonSerializerOptions options) => JsonMoney.WriteYuan(writer, value);
}
