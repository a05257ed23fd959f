using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>
/// Says of every operation who may call it, what its parameters mean, and what it answers when it refuses. Its name, summary and description
/// stand on the endpoint (<c>WithName</c>, <c>WithSummary</c>, <c>WithDescription</c>).
/// </summary>
internal static class Operations
{
    private const string Json = "application/json";

    public static IReadOnlyList<Failure> Refusals { get; } =
    [
        new(400, "BadRequest", "The input is wrong; `details` names the fields.", Has: route => route.HasInput),
        new(401, "Unauthorized", "No credentials, or not valid ones.", Has: route => !route.IsPublic),
        new(403, "Forbidden", "Not allowed.", Has: route => !route.IsPublic),
        new(404, "NotFound", "Unknown, or not yours.", Has: route => route.HasPathParameter),
        new(409, "Conflict", "The state, a duplicate or the balance does not allow it; `allowed` names the moves that are.",
            Has: route => route.Changes),
        new(429, "TooManyRequests", "Too many calls; wait for `Retry-After` seconds.", Has: route => route.Changes),
        new(500, "InternalError", "A fault of the service; the `trace_id` finds it in the log.", Has: _ => true),
        new(503, "Unavailable", "Not now; wait for `Retry-After` seconds.", Has: _ => true),
    ];

    public static Task Shape(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var description = context.Description;
        var access = description.ActionDescriptor.EndpointMetadata.OfType<EndpointAccess>().LastOrDefault();
        operation.Security = SecurityOf(access, context.Document!);
        var sentences = new[] { operation.Description, Note(access) }.Where(text => !string.IsNullOrEmpty(text)).ToList();
        operation.Description = sentences.Count > 0 ? string.Join(' ', sentences) : null;
        var filters = description.ActionDescriptor.EndpointMetadata.OfType<ListFilter>().ToList();
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            Parameters.Describe(parameter, operation.OperationId ?? "Unnamed", description.RelativePath!, filters, context.Document!);

        // That a body may be missing is said by the operation; as a choice between null and the body clients get no type for it.
        foreach (var body in operation.RequestBody?.Content?.Values.OfType<OpenApiMediaType>() ?? [])
            body.Schema = body.Schema?.OneOf?.FirstOrDefault(choice => choice.Type != JsonSchemaType.Null) ?? body.Schema;

        AddRefusals(operation, new Route(description, access), context.Document!);
        return Task.CompletedTask;
    }

    public static OpenApiResponse ResponseOf(Failure failure, OpenApiDocument document) => new()
    {
        Description = failure.Text,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Json] = new() { Schema = new OpenApiSchemaReference(nameof(ErrorBody), document) },
        },
    };

    private static List<OpenApiSecurityRequirement> SecurityOf(EndpointAccess? access, OpenApiDocument document) => access switch
    {
        EndpointAccess.Public or null => [],
        EndpointAccess.ApiKey => [Need(ApiDocument.ApiKey, document)],
        EndpointAccess.Permission => [Need(ApiDocument.Token, document), Need(ApiDocument.ApiKey, document)],
        _ => [Need(ApiDocument.Token, document)],
    };

    private static OpenApiSecurityRequirement Need(string scheme, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static string Note(EndpointAccess? access) => access switch
    {
        EndpointAccess.Permission(var code) => $"Needs the permission `{code}`.",
        EndpointAccess.AnyAdmin => "For every administrator.",
        EndpointAccess.UserRole => "Needs the role `user`.",
        EndpointAccess.ApiKey(var scope) => $"Needs an API key with the scope `{scope}`.",
        _ => "",
    };

    private static void AddRefusals(OpenApiOperation operation, Route route, OpenApiDocument document)
    {
        operation.Responses ??= [];
        foreach (var failure in Refusals.Where(failure => failure.Has(route)))
            operation.Responses.TryAdd(failure.Status.ToString(), new OpenApiResponseReference(failure.Name, document));
    }

    internal sealed record Failure(int Status, string Name, string Text, Func<Route, bool> Has);

    internal sealed class Route(ApiDescription description, EndpointAccess? access)
    {
        public bool IsPublic => access is EndpointAccess.Public;

        public bool HasInput => description.ParameterDescriptions.Count > 0;

        public bool HasPathParameter => description.RelativePath!.Contains('{');

        public bool Changes => !HttpMethods.IsGet(description.HttpMethod!) && !HttpMethods.IsHead(description.HttpMethod!);
    }
}
