using System.Text.Json;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Settings;

/// <summary>Settings whose text is a JSON array.</summary>
public static class JsonSettings
{
    private const int MaxEntries = 100;

    /// <summary>Points <c>{"percent":int,"ratio":0..1}</c>; <c>hours</c> is an old name of percent.</summary>
    public static Setting<RatioCurve> Curve(string key, string meaning) => SettingKinds.Json(
        key, "[]", meaning, "a JSON array of at most 100 objects with percent (whole number) and ratio (0 to 1)", ReadCurve);

    /// <summary>An array of these words; case does not matter. Two words for one thing both stay what they are.</summary>
    public static Setting<IReadOnlyList<string>> Words(
        string key, string byDefault, string meaning, IReadOnlyList<string> words) => SettingKinds.Json<IReadOnlyList<string>>(
        key, byDefault, meaning, "a JSON array of " + string.Join(", ", words), json => ReadWords(json, words));

    /// <summary>An array of objects whose members <paramref name="accepts"/> checks; kept as it is.</summary>
    public static Setting<IReadOnlyList<JsonElement>> Objects(
        string key, string byDefault, string meaning, string expected, Func<JsonElement, bool> accepts,
        bool secret = false) => SettingKinds.Json(
        key, byDefault, meaning, "a JSON array of at most 100 objects with " + expected,
        json => Entries(json) is { } entries && entries.All(entry => entry.ValueKind == JsonValueKind.Object && accepts(entry))
            ? entries
            : null,
        secret);

    /// <summary>Whether the member is missing, null or text.</summary>
    public static bool HasTextOrNothing(this JsonElement entry, string name) =>
        !entry.TryGetProperty(name, out var member) || member.ValueKind is JsonValueKind.String or JsonValueKind.Null;

    private static RatioCurve? ReadCurve(JsonElement json)
    {
        if (Entries(json) is not { } entries)
            return null;

        var points = new List<CurvePoint>();
        foreach (var entry in entries)
        {
            if (entry.ValueKind != JsonValueKind.Object || !Number(entry, "ratio", out var ratio)
                || (!Number(entry, "percent", out var percent) && !Number(entry, "hours", out percent))
                || percent is < int.MinValue or > int.MaxValue)
            {
                return null;
            }

            points.Add(new CurvePoint((int)percent, ratio));
        }

        return new RatioCurve(points);
    }

    private static List<string>? ReadWords(JsonElement json, IReadOnlyList<string> words)
    {
        if (Entries(json) is not { } entries || entries.Any(entry => entry.ValueKind != JsonValueKind.String))
            return null;

        var read = entries.Select(entry => entry.GetString()!.Trim().ToLowerInvariant()).Distinct().ToList();
        return read.TrueForAll(words.Contains) ? read : null;
    }

    private static IReadOnlyList<JsonElement>? Entries(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() <= MaxEntries ? [.. json.EnumerateArray()] : null;

    private static bool Number(JsonElement entry, string name, out decimal number)
    {
        number = 0;
        return entry.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetDecimal(out number);
    }
}
