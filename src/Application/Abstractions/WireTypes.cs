using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Abstractions;

/// <summary>
/// Money as the console writes it: a decimal number of yuan on the wire, integer cents inside. Reads a number or text as
/// <see cref="MoneyText"/> has it. Bodies of requests take no sign (<see cref="YuanConverter"/>) unless the field says so.
/// </summary>
[JsonConverter(typeof(SignedYuanConverter))]
public readonly record struct Yuan(long Cents)
{
    public static implicit operator Yuan(Money money) => new(money.Cents);

    public static Yuan Of(Money money) => new(money.Cents);
}

/// <summary>An instant as the panel writes it: whole Unix seconds, 0 for one that never came. Reads a number or numeric text.</summary>
[JsonConverter(typeof(UnixSecondsConverter))]
public readonly record struct UnixSeconds(long Value)
{
    /// <summary>The last second of the year 9999.</summary>
    public const long Max = 253_402_300_799;

    /// <summary>Null for 0, which clients send for no time at all.</summary>
    public DateTimeOffset? Instant => Value == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(Value);

    public static implicit operator UnixSeconds(DateTimeOffset instant) => Of(instant);

    public static UnixSeconds Of(DateTimeOffset instant) => new(instant.ToUnixTimeSeconds());

    public static UnixSeconds? Of(DateTimeOffset? instant) => instant is { } known ? Of(known) : null;
}

/// <summary>A stored JSON text that is sent as it is.</summary>
[JsonConverter(typeof(RawJsonConverter))]
public readonly record struct RawJson(string Text)
{
    public static RawJson Empty { get; } = new("{}");

    /// <summary>The text of a JSON string, and the JSON itself of anything else.</summary>
    public string PlainText()
    {
        using var document = JsonDocument.Parse(Text);
        return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString()! : Text;
    }
}

/// <summary>Takes a minus: what is stored, and the few fields of requests that can go either way.</summary>
public sealed class SignedYuanConverter : JsonConverter<Yuan>
{
    public override Yuan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonMoney.ReadYuan(ref reader, signed: true);

    public override void Write(Utf8JsonWriter writer, Yuan value, JsonSerializerOptions options) => JsonMoney.WriteYuan(writer, value);
}

/// <summary>Takes no sign.</summary>
public sealed class YuanConverter : JsonConverter<Yuan>
{
    public override Yuan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonMoney.ReadYuan(ref reader, signed: false);

    public override void Write(Utf8JsonWriter writer, Yuan value, JsonSerializerOptions options) => JsonMoney.WriteYuan(writer, value);
}

/// <summary>For fields in cents: whole numbers without a sign, as a number or as text.</summary>
public sealed class CentsConverter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        MoneyText.TryReadCents(JsonMoney.Text(ref reader), out var cents)
            ? cents
            : throw new JsonException("must be a whole number of cents");

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

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

public sealed class UnixSecondsConverter : JsonConverter<UnixSeconds>
{
    public override UnixSeconds Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var seconds = 0L;
        var read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetInt64(out seconds),
            JsonTokenType.String => long.TryParse(reader.GetString(), out seconds),
            _ => false,
        };

        return read && seconds is >= 0 and <= UnixSeconds.Max
            ? new UnixSeconds(seconds)
            : throw new JsonException("must be a time in Unix seconds");
    }

    public override void Write(Utf8JsonWriter writer, UnixSeconds value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}

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
