using System.Globalization;
using System.Text.Json;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways.Automation;

/// <summary>What came back: the envelope of a success, or where a browser is sent.</summary>
internal sealed record AutomationReply(JsonElement Envelope, Uri? Location)
{
    /// <summary>Nobody was asked.</summary>
    public bool IsDryRun { get; init; }

    public JsonElement Data => Envelope.ValueKind == JsonValueKind.Object && Envelope.TryGetProperty("data", out var data) ? data : default;

    /// <summary>The object in it; null when it is something else.</summary>
    public UpstreamObject? Object => Data.ValueKind == JsonValueKind.Object ? new UpstreamObject(Data) : null;

    /// <summary>The list in it, bare or under <c>list</c>; null when there is none, or when one entry is no object.</summary>
    public IReadOnlyList<UpstreamObject>? List()
    {
        var list = Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty("list", out var wrapped) ? wrapped : Data;
        return list.ValueKind == JsonValueKind.Array ? Objects(list.EnumerateArray()) : null;
    }

    /// <summary>The values of an object whose keys mean nothing, or a plain list.</summary>
    public IReadOnlyList<UpstreamObject>? Values() => Data.ValueKind == JsonValueKind.Object
        ? Objects(Data.EnumerateObject().Select(member => member.Value))
        : List();

    /// <summary>The envelope says nothing more than yes.</summary>
    public bool IsBlank => Data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        || (Data.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(Data.GetString()));

    private static List<UpstreamObject>? Objects(IEnumerable<JsonElement> items)
    {
        var objects = items.ToList();
        return objects.TrueForAll(item => item.ValueKind == JsonValueKind.Object)
            ? objects.ConvertAll(item => new UpstreamObject(item))
            : null;
    }
}

/// <summary>One object of a reply. The upstream writes numbers as numbers or as text, as it likes.</summary>
internal readonly record struct UpstreamObject(JsonElement Json)
{
    private const int MaxIdLength = 64;

    /// <summary>An id that can be sent back and stored; null otherwise.</summary>
    public string? Id(string name)
    {
        var text = Member(name) switch
        {
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var id) && id > 0 => id.ToString(),
            { ValueKind: JsonValueKind.String } id => id.GetString()!.Trim(),
            _ => "",
        };
        return text.Length is > 0 and <= MaxIdLength && text != "0"
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? text
            : null;
    }

    /// <summary>A price in cents; null for what is no amount of money.</summary>
    public long? Cents(string name) =>
        MoneyText.TryReadNumber(Text(name), signed: false, out var cents) ? cents : null;

    private decimal? Decimal(string name) => Decimal(Member(name));

    public long? Number(string name) => Decimal(name) is { } number and > -1e15m and < 1e15m ? (long)Math.Round(number) : null;

    public int? Int(string name) => Number(name) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>Trimmed; blank when there is none.</summary>
    public string Text(string name) => Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim().Replace("\0", "", StringComparison.Ordinal),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => "",
    };

    public JsonElement Member(string name) => Json.TryGetProperty(name, out var member) ? member : default;

    public static decimal? Decimal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(
            value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            number,
        _ => null,
    };
}
