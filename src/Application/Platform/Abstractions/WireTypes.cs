using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

internal static class JsonMoney
{
    public static Yuan ReadYuan(ref Utf8JsonReader reader, bool signed)
    {
        var isNumber = reader.TokenType == JsonTokenType.Number;
        var text = Text(ref reader);
        var read = isNumber ? MoneyText.TryReadNumber(text, signed, out var cents) : MoneyText.TryRead(text, signed, out cents);
        return read ? new Yuan(cents) : throw new JsonException("must be an amount of money with at most two decimals, such as 12.50");
    }

    public static void WriteYuan(Utf8JsonWriter writer, Yuan value) => writer.WriteNumberValue(value.Cents / 100m);

    /// <summary>A number as it is written, or a text; blank, which no amount is, for anything else.</summary>
    public static string Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.HasValueSequence => Encoding.UTF8.GetString(reader.ValueSequence),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.String => reader.GetString()!,
        _ => "",
    };
}
