using System.Globalization;

namespace VpsPanel.WebApi.Http;

internal static class QueryIds
{
    /// <summary>The id that a list is filtered by; 0, which means all, when it is missing or no number.</summary>
    public static long Id(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : 0;
}
