using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>For fields in cents: whole numbers without a sign, as a number or as text.</summary>
public sealed class CentsConverter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        MoneyText.TryReadCents(JsonMoney.Text(ref reader), out var cents)
            ? cents
            : throw new JsonException("must be a whole number of cents");

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
