using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>Names every operation, says who may call it, and what it answers when it refuses.</summary>
internal static class Operations
{
    private const string Json = "application/json";

    private static readonly HashSet<string> Numbers = ["limit", "offset", "page", "page_size", "pages", "per_page"];

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
        operation.OperationId = IdOf(description);
        operation.Summary ??= Words(description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().LastOrDefault()?.Name ?? "");
        operation.Security = SecurityOf(mark, context.Document!);
        if (mark is AccessMark.Permission or AccessMark.AnyAdmin or AccessMark.ApiKey or AccessMark.UserRole)
            operation.Description = Note(mark);

        var filters = description.ActionDescriptor.EndpointMetadata.OfType<ListFilter>().ToList();
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            Type(parameter);
            Filter(parameter, filters.Find(filter => filter.Parameter == parameter.Name));
        }

        if (RequestExamples.Of(operation.OperationId) is { } example
            && operation.RequestBody?.Content?.TryGetValue(Json, out var body) == true)
            body.Example = example;

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

    /// <summary>From method and route, hence stable and unique: <c>adminPostOrdersByIdApprove</c>.</summary>
    private static string IdOf(ApiDescription description)
    {
        var path = "/" + description.RelativePath!.Split('?')[0];
        var admin = path.StartsWith("/admin/api/v1/", StringComparison.Ordinal);
        path = admin ? path["/admin/api/v1".Length..] : path.StartsWith(
            "/api/v1/", StringComparison.Ordinal) ? path["/api/v1".Length..] : path;
        var id = new StringBuilder(admin ? "admin" : "")
            .Append(admin ? Pascal(description.HttpMethod!) : description.HttpMethod!.ToLowerInvariant());
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            id.Append(segment.StartsWith('{') ? "By" : "")
                .Append(string.Concat(segment.Trim('{', '}', '*').Split('-', '_', '.').Select(Pascal)));

        return id.ToString();
    }

    private static string Pascal(string word) =>
        word.Length == 0
            ? ""
            : char.ToUpperInvariant(word[0]) + (word.ToUpperInvariant() == word ? word[1..].ToLowerInvariant() : word[1..]);

    /// <summary><c>ListMyOrders</c> becomes <c>List my orders</c>.</summary>
    private static string Words(string name)
    {
        var words = string.Concat(
            name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()));
        return words.Length == 0 ? "" : words;
    }

    private static List<OpenApiSecurityRequirement> SecurityOf(AccessMark? mark, OpenApiDocument document) => mark switch
    {
        AccessMark.Public or null => [],
        AccessMark.ApiKey => [Need(ApiDocument.ApiKey, document)],
        AccessMark.Permission => [Need(ApiDocument.Token, document), Need(ApiDocument.ApiKey, document)],
        _ => [Need(ApiDocument.Token, document)],
    };

    private static OpenApiSecurityRequirement Need(string scheme, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static string Note(AccessMark mark) => mark switch
    {
        AccessMark.Permission(var code) => $"Needs the permission `{code}`.",
        AccessMark.AnyAdmin => "For every administrator.",
        AccessMark.UserRole => "Needs the role `user`.",
        AccessMark.ApiKey(var scope) => $"Needs an API key with the scope `{scope}`.",
        _ => "",
    };

    /// <summary>Query values are bound as text to be forgiving; the document says what they should be.</summary>
    private static void Type(OpenApiParameter parameter)
    {
        var name = parameter.Name!;
        var isId = name.EndsWith("_id", StringComparison.Ordinal) && name != "target_id";
        if (parameter.In == ParameterLocation.Query && (isId || Numbers.Contains(name)))
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" };
    }

    private static void Filter(OpenApiParameter parameter, ListFilter? filter)
    {
        if (filter is null)
            return;

        parameter.Description ??= filter switch
        {
            { HasDefault: true } => $"Blank or `{ListFilter.All}` for no filter; the usual one when it is missing.",
            { TakesSeveral: true } => $"One or several of {string.Join(", ", filter.Words)}, comma between; blank or `{ListFilter.All}` for no filter.",
            _ => $"Blank or `{ListFilter.All}` for no filter.",
        };
        if (filter.Words.Count > 0 && !filter.TakesSeveral)
        {
            parameter.Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String, Enum = [.. filter.Words.Append(ListFilter.All).Select(word => (JsonNode)word)],
            };
        }
    }

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

/// <summary>Bodies to try out, by operation.</summary>
internal static class RequestExamples
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["adminPatchSettings"] = """{"items":[{"key":"site_name","value":"Cloud Console"},{"key":"auto_delete_days","value":7}]}""",
        ["adminPatchScheduledTasksByKey"] = """{"enabled":true,"strategy":"daily","daily_at":"03:30"}""",
        ["adminPatchDebugStatus"] = """{"enabled":true}""",
        ["postAuthLogin"] = """{"username":"alice","password":"P@ssw0rd!"}""",
        ["postAuthRegister"] =
            """{"username":"alice","email":"alice@example.com","password":"P@ssw0rd!","captcha_id":"KRSXG5A","captcha_code":"7KQ4M"}""",
        ["postOrdersItems"] =
            """{"items":[{"package_id":1,"system_id":1,"qty":1,"spec":{"add_cores":0,"billing_cycle_id":1,"cycle_qty":1}}]}""",
        ["postWalletRecharge"] = """{"amount":100.00,"method":"approval","note":"bank transfer"}""",
        ["postTickets"] = """{"subject":"No network","content":"Since this morning."}""",
    };

    public static IReadOnlyCollection<string> Operations => Texts.Keys;

    public static JsonNode? Of(string operation) => Texts.TryGetValue(operation, out var text) ? JsonNode.Parse(text) : null;
}
