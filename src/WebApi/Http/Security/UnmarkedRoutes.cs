namespace VpsPanel.WebApi.Http.Security;

/// <summary>An endpoint without a mark would be open: better not to start.</summary>
internal sealed class UnmarkedRoutes : IStartupFilter
{
    /// <exception cref="InvalidOperationException">Some endpoint has no mark.</exception>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);

        // The application's own source remembers what it built; those of the groups build every route anew for each look.
        Refuse(app.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints);
    };

    /// <exception cref="InvalidOperationException">Some endpoint has no mark.</exception>
    internal static void Refuse(IEnumerable<Endpoint> endpoints)
    {
        var unmarked = endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<EndpointAccess>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText)
            .ToList();
        if (unmarked.Count > 0)
            throw new InvalidOperationException($"Routes without an access mark: {string.Join(", ", unmarked)}");
    }
}
