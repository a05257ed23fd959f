using Microsoft.Extensions.Primitives;

namespace VpsPanel.WebApi.Http.Lists;

/// <summary>
/// Judges the filters of every list in one place, before its handler sees them: a filter that means nothing is refused by its name
/// instead of being ignored, and what the handler gets is a stored word or nothing.
/// </summary>
internal static class ListFilters
{
    public static RouteHandlerBuilder FilteredBy(this RouteHandlerBuilder route, params ListFilter[] filters)
    {
        foreach (var filter in filters)
            route.WithMetadata(filter);

        return route;
    }

    /// <summary>Stands behind authorization, so that nobody learns from it what they may not list.</summary>
    public static void UseListFilters(this WebApplication app) => app.Use((http, next) =>
    {
        var filters = http.GetEndpoint()?.Metadata.GetOrderedMetadata<ListFilter>() ?? [];
        return filters.Count == 0 ? next(http) : Check(http, filters, next);
    });

    private static Task Check(HttpContext http, IReadOnlyList<ListFilter> filters, RequestDelegate next)
    {
        Dictionary<string, StringValues>? query = null;
        foreach (var filter in filters)
        {
            if (!http.Request.Query.TryGetValue(filter.Parameter, out var sent))
                continue;

            var read = filter.Read(sent.ToString());
            if (!read.IsSuccess)
                return ErrorBody.Write(http, read.Error);

            query ??= new(http.Request.Query, StringComparer.OrdinalIgnoreCase);
            if (read.Value is { } word)
                query[filter.Parameter] = word;
            else
                query.Remove(filter.Parameter);
        }

        if (query is not null)
            http.Request.Query = new QueryCollection(query);

        return next(http);
    }
}
