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

    public static IReadOnlyList<Refusal> Refusals { get; } =
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
        var mark = description.ActionDescriptor.EndpointMetadata.OfType<AccessMark>().LastOrDefault();
        operation.Security = SecurityOf(mark, context.Document!);
        if (Note(mark) is { Length: > 0 } note)
            operation.Description = string.IsNullOrEmpty(operation.Description) ? note : $"{operation.Description} {note}";

        var filters = description.ActionDescriptor.EndpointMetadata.OfType<ListFilter>().ToList();
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            Parameters.Describe(parameter, description.RelativePath!, filters, context.Document!);

        AddRefusals(operation, new Route(description, mark), context.Document!);
        return Task.CompletedTask;
    }

    public static OpenApiResponse ResponseOf(Refusal refusal, OpenApiDocument document) => new()
    {
        Description = refusal.Text,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Json] = new() { Schema = new OpenApiSchemaReference(nameof(ErrorBody), document) },
        },
    };

    private static List<OpenApiSecurityRequirement> SecurityOf(AccessMark? mark, OpenApiDocument document) => mark switch
    {
        AccessMark.Public or null => [],
        AccessMark.ApiKey => [Need(ApiDocument.ApiKey, document)],
        AccessMark.Permission => [Need(ApiDocument.Token, document), Need(ApiDocument.ApiKey, document)],
        _ => [Need(ApiDocument.Token, document)],
    };

    private static OpenApiSecurityRequirement Need(string scheme, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static string Note(AccessMark? mark) => mark switch
    {
        AccessMark.Permission(var code) => $"Needs the permission `{code}`.",
        AccessMark.AnyAdmin => "For every administrator.",
        AccessMark.UserRole => "Needs the role `user`.",
        AccessMark.ApiKey(var scope) => $"Needs an API key with the scope `{scope}`.",
        _ => "",
    };

    private static void AddRefusals(OpenApiOperation operation, Route route, OpenApiDocument document)
    {
        operation.Responses ??= [];
        foreach (var refusal in Refusals.Where(refusal => refusal.Has(route)))
            operation.Responses.TryAdd(refusal.Status.ToString(), new OpenApiResponseReference(refusal.Name, document));
    }

    internal sealed record Refusal(int Status, string Name, string Text, Func<Route, bool> Has);

    internal sealed class Route(ApiDescription description, AccessMark? mark)
    {
        public bool IsPublic => mark is AccessMark.Public;

        public bool HasInput => description.ParameterDescriptions.Count > 0;

        public bool HasPathParameter => description.RelativePath!.Contains('{');

        public bool Changes => !HttpMethods.IsGet(description.HttpMethod!) && !HttpMethods.IsHead(description.HttpMethod!);
    }
}
