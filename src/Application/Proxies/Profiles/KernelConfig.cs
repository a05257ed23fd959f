using System.Globalization;
using System.Text.Json;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>
/// Reads the members of a kernel's configuration, which come from another program: under several names, in snake_case or with
/// dashes, numbers and switches also as text. What cannot be read is missing.
/// </summary>
internal sealed class KernelConfig
{
    private const int MaxText = 512;

    private readonly Dictionary<string, JsonElement> _members = [];

    private KernelConfig(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return;

        foreach (var member in json.EnumerateObject())
            _members[member.Name.Replace('-', '_').ToLowerInvariant()] = member.Value;
    }

    public static KernelConfig Of(JsonElement json) => new(json);

    /// <summary>One line of text without control characters.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        var text = First(names) switch
        {
            { ValueKind: JsonValueKind.String } value => value.GetString()!.Trim(),
            { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
            _ => null,
        };
        return text is { Length: > 0 and <= MaxText } && !text.Any(char.IsControl) ? text : null;
    }

    public int? Number(params ReadOnlySpan<string> names) =>
        int.TryParse(Text(names), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool? Flag(params ReadOnlySpan<string> names) => First(names) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } or { ValueKind: JsonValueKind.Number } => Text(names) is "true" or "1" or "tls" or "reality",
        _ => null,
    };

    /// <summary>A list of texts, or texts with commas between.</summary>
    public IReadOnlyList<string> List(string name) => First([name]) switch
    {
        { ValueKind: JsonValueKind.Array } value =>
            [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
                .Where(IsPlain)],
        { ValueKind: JsonValueKind.String } =>
            [.. (Text(name) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        _ => [],
    };

    /// <summary>An object inside of this one; an empty one when there is none.</summary>
    public KernelConfig Inner(string name) => Of(_members.GetValueOrDefault(name));

    private static bool IsPlain(string text) => text.Length is > 0 and <= MaxText && !text.Any(char.IsControl);

    private JsonElement? First(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_members.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
                return value;
        }

        return null;
    }
}
