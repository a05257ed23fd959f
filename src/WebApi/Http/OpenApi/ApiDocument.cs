using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using VpsPanel.WebApi.Http.Panel;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>The API document: what the running endpoints say of themselves, plus what all of them share.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string JsonPath = $"/openapi/{Name}.json";
    public const string YamlPath = $"/openapi/{Name}.yaml";
    public const string Token = "token";
    public const string ApiKey = "api_key";

    private const string PrefixParameter = "adminPrefix";

    public static void AddApiDocument(this IServiceCollection services)
    {
        services.AddSingleton<PublishedDocument>();
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = Schemas.NameOf;
            options.AddSchemaTransformer(Schemas.Shape);
            options.AddOperationTransformer(Operations.Shape);
            options.AddDocumentTransformer(Complete);
            options.AddDocumentTransformer(HidePrefix);
            options.AddDocumentTransformer(Schemas.NameWords);
            options.AddDocumentTransformer(Examples.Add);
        });
    }

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapDocument(JsonPath, published => published.Json);
        app.MapDocument(YamlPath, published => published.Yaml);
    }

    /// <summary>Writes the document of a service that is built but not started.</summary>
    public static async Task Write(WebApplication app, string path)
    {
        // Starting the service would do this: it hands the mapped endpoints to whoever describes them.
        app.UseEndpoints(_ => { });
        var document = await Make(app.Services);
        await using var file = File.Create(path);
        await document.SerializeAsYamlAsync(file, OpenApiSpecVersion.OpenApi3_1);
    }

    /// <summary>Describes every endpoint anew, which takes a third of a second.</summary>
    public static Task<OpenApiDocument> Make(IServiceProvider services) =>
        services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync();

    private static void MapDocument(this WebApplication app, string path, Func<PublishedDocument, Task<FixedBody>> body) => app.MapMethods(
        path, [HttpMethods.Get, HttpMethods.Head],
        async (HttpContext context, PublishedDocument published) => await (await body(published)).Write(context))
        .Public().ExcludeFromDescription();

    private static async Task Complete(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "VpsPanel",
            Version = Product.Version,
            Description = "Sells and runs VPS. Errors of every route have one body; match on its `code`, never on its text.",
        };

        // Where it is served is not part of what it is.
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
            [ApiKey] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-API-Key" },
        };
        document.AddComponent(nameof(ErrorBody), await context.GetOrCreateSchemaAsync(typeof(ErrorBody), null, ct));
        document.Components.Responses = Operations.Refusals.ToDictionary(
            failure => failure.Name, failure => (IOpenApiResponse)Operations.ResponseOf(failure, document));
    }

    /// <summary>Where an installation has its admin routes is nobody's business who reads the document: a parameter stands there.</summary>
    private static Task HidePrefix(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        var configured = PanelRoutes.AdminRoot(context.ApplicationServices.GetRequiredService<IConfiguration>()) + "/";
        document.Components!.Parameters = new Dictionary<string, IOpenApiParameter>
        {
            [PrefixParameter] = new OpenApiParameter
            {
                Name = PrefixParameter,
                In = ParameterLocation.Path,
                Required = true,
                Description = "Where this installation has its admin routes of the panel; ask its operator.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = "admin",
            },
        };

        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths)
        {
            var isHidden = path.StartsWith(configured, StringComparison.Ordinal);
            if (isHidden && item is OpenApiPathItem found)
                (found.Parameters ??= []).Add(new OpenApiParameterReference(PrefixParameter, document));

            paths.Add(isHidden ? $"{PanelRoutes.Root}/{{{PrefixParameter}}}/{path[configured.Length..]}" : path, item);
        }

        document.Paths = paths;
        return Task.CompletedTask;
    }
}
