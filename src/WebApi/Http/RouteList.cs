using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Http;

/// <summary>The routes of the service as lines of text: method, path, mark.</summary>
internal static class RouteList
{
    public static IReadOnlyList<string> Of(IEndpointRouteBuilder app) => Of(app.DataSources.SelectMany(source => source.Endpoints));

    public static IReadOnlyList<string> Of(IEnumerable<Endpoint> endpoints) =>
    [
        .. endpoints.OfType<RouteEndpoint>().SelectMany(Lines).Distinct().Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Lines(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"];
        var mark = Text(endpoint.Metadata.GetMetadata<EndpointAccess>());
        return methods.Select(method => $"{method} {Path(endpoint)} {mark}");
    }

    /// <summary>Without constraints, as a reader would write it.</summary>
    private static string Path(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        }))));

    private static string Text(EndpointAccess? access) => access switch
    {
        EndpointAccess.Public => "public",
        EndpointAccess.SignedIn => "signed-in",
        EndpointAccess.UserRole => "user-role",
        EndpointAccess.Permission(var code) => code,
        EndpointAccess.AnyAdmin(var code) => $"any-admin:{code}",
        EndpointAccess.ApiKey(var scope) => $"api-key:{scope}",
        _ => "unmarked",
    };
}
