using System.Globalization;

namespace VpsPanel.WebApi.Http;

/// <summary>Reads query values leniently: what cannot be read counts as not given.</summary>
internal static class QueryText
{
    public static long? Id(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var id) && id >= 0 ? id : null;

    /// <summary>1, 0, true or false in any case.</summary>
    public static bool? Flag(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "1" or "true" => true,
        "0" or "false" => false,
        _ => null,
    };

    /// <summary>A word of ours to filter by, in lower case.</summary>
    public static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToLowerInvariant();
}
