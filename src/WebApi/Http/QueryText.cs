namespace VpsPanel.WebApi.Http;

/// <summary>Reads query values leniently: what cannot be read counts as not given.</summary>
internal static class QueryText
{
    public static long? Id(string? text) => long.TryParse(text, out var id) && id >= 0 ? id : null;
}
