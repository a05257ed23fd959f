using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VpsPanel.Testing;
using VpsPanel.WebApi.Http;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>A route of the running service. Tests over all of them also cover those that are added later.</summary>
internal sealed class LiveRoute
{
    private readonly RouteEndpoint _endpoint;

    private LiveRoute(string line, RouteEndpoint endpoint)
    {
        var parts = line.Split(' ');
        (Method, Path, Mark, _endpoint) = (new HttpMethod(parts[0]), parts[1], parts[2], endpoint);
        (IsForUsers, IsForKeys) = (IsUsers(line), IsKeys(line));
    }

    public HttpMethod Method { get; }

    /// <summary>With its parameters in braces.</summary>
    public string Path { get; }

    /// <summary>Who may call it, as in the list of routes.</summary>
    public string Mark { get; }

    public bool IsForUsers { get; }

    public bool IsForKeys { get; }

    public IReadOnlyList<RoutePatternParameterPart> Parameters => _endpoint.RoutePattern.Parameters;

    public IEnumerable<RoutePatternParameterPart> Ids => Parameters.Where(IsId);

    /// <summary>What the service notes on it, of one kind.</summary>
    public IReadOnlyList<T> All<T>()
        where T : class => _endpoint.Metadata.GetOrderedMetadata<T>();

    /// <summary>What comes before the first parameter: the collection that the first id is of.</summary>
    public string Collection => Path.Split("/{")[0];

    /// <summary>What it reads its JSON body into; null when it takes none.</summary>
    public Type? BodyType => _endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type } accepts
        && accepts.ContentTypes.Contains("application/json") ? type : null;

    /// <summary>The lines of the list that a test is to be run for; another test compares the list with the running service.</summary>
    public static TheoryData<string> Lines(Func<string, bool> of)
    {
        var lines = File.ReadAllLines(System.IO.Path.Combine(AppContext.BaseDirectory, "routes.txt"))
            .Where(line => !line.Contains("/openapi/", StringComparison.Ordinal)).Where(of).ToList();
        return lines.Count > 0 ? [.. lines] : throw new InvalidOperationException("No route fits.");
    }

    public static string MarkOf(string line) => line.Split(' ')[2];

    /// <summary>Whether it is for people who act on what is theirs.</summary>
    public static bool IsUsers(string line) => MarkOf(line) is "signed-in" or "user-role";

    /// <summary>Whether it is for programs of some kind.</summary>
    public static bool IsKeys(string line) => MarkOf(line).StartsWith("api-key:", StringComparison.Ordinal);

    /// <summary>Whether its mark is a permission of administrators.</summary>
    public static bool IsAdmins(string line) => MarkOf(line) != "public" && !IsUsers(line) && !IsKeys(line);

    public static LiveRoute Find(PanelApp app, string line)
    {
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        return new LiveRoute(line, endpoints.First(endpoint => RouteList.Of([endpoint]).Contains(line)));
    }

    /// <summary>The path with these values, and something unknown where there is none.</summary>
    public string With(params string[] values)
    {
        var path = Path;
        foreach (var (at, parameter) in Parameters.Index())
        {
            var value = at < values.Length ? values[at] : IsId(parameter)
                || parameter.Name.EndsWith("Id", StringComparison.Ordinal) ? "888888888" : "unknown";
            path = path.Replace($"{{{parameter.Name}}}", value, StringComparison.Ordinal);
        }

        return path;
    }

    /// <summary>Bodies that are as right as its type lets one guess, for what is checked after the body.</summary>
    public IEnumerable<string?> Bodies(PanelApp app) => BodyType is null ? [null] : [.. Shape(app).Variants, "{}"];

    public BodyShape Shape(PanelApp app) =>
        new(app.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions.GetTypeInfo(BodyType!));

    private static bool IsId(RoutePatternParameterPart parameter) => parameter.ParameterPolicies.Any(policy => policy.Content == "long");
}

internal static class RouteCalls
{
    public static Task<Reply> Call(this HttpClient http, LiveRoute route, string path, string? body) =>
        http.Call(route.Method, path, body);

    /// <summary>Without waiting for a body, which may have no end.</summary>
    public static async Task<HttpStatusCode> StatusOf(this HttpClient http, LiveRoute route, string path, string? body)
    {
        using var request = new HttpRequestMessage(route.Method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }

    /// <summary>A refusal in the one body that all of them have.</summary>
    public static bool IsRefusal(this Reply reply, HttpStatusCode status) =>
        reply.Status == status && (string?)reply.Json["code"] is { Length: > 0 }
            && (string?)reply.Json["error"] == (string?)reply.Json["message"];
}
