namespace VpsPanel.Domain.Common;

/// <summary>The languages in which the service writes to people, by their tag.</summary>
public static class Languages
{
    public const string Chinese = "zh-CN";
    public const string English = "en-US";

    public static IReadOnlyList<string> All { get; } = [Chinese, English];

    /// <summary>
    /// The language that a tag asks for: <c>zh</c>, <c>zh-TW</c> and the like are Chinese, <c>en-GB</c> is English; null for others and
    /// for a blank text.
    /// </summary>
    public static string? Find(string? tag) => tag?.Trim().Split('-', '_')[0].ToLowerInvariant() switch
    {
        "zh" => Chinese,
        "en" => English,
        _ => null,
    };

    /// <summary>The first language of an <c>Accept-Language</c> header, in the order of its weights, that is spoken here.</summary>
    public static string? Preferred(string? header) => (header ?? "").Split(',')
        .Select(part => part.Split(';', StringSplitOptions.TrimEntries))
        .Where(part => part[0].Length > 0)
        .OrderByDescending(Weight)
        .Select(part => Find(part[0]))
        .FirstOrDefault(language => language is not null);

    private static decimal Weight(string[] part)
    {
        var weight = part.Skip(1).FirstOrDefault(option => option.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        if (weight is null)
            return 1;

        return decimal.TryParse(
            weight.AsSpan(2), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var read)
            ? read
            : 0;
    }
}
