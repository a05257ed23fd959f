using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Abstractions;

/// <summary>
/// Money as the console writes it: a decimal number of yuan on the wire, integer cents inside. Reads a number or numeric text and
/// rounds to the cent, half away from zero.
/// </summary>
[JsonConverter(typeof(YuanConverter))]
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

public sealed class YuanConverter : JsonConverter<Yuan>
{
    /// <summary>Far above any price and far below where cents overflow.</summary>
    private const decimal MaxYuan = 1_000_000_000_000m;

    public override Yuan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        decimal yuan;
        var read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDecimal(out yuan),
            JsonTokenType.String => decimal.TryParse(reader.GetString(), System.Globalization.NumberStyles.Number, null, out yuan),
            _ => No(out yuan),
        };

        return read && Math.Abs(yuan) <= MaxYuan
            ? new Yuan((long)decimal.Round(yuan * 100, 0, MidpointRounding.AwayFromZero))
            : throw new JsonException("must be an amount of money");
    }

    public override void Write(Utf8JsonWriter writer, Yuan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Cents / 100m);

    private static bool No(out decimal yuan)
    {
        yuan = 0;
        return false;
    }
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
