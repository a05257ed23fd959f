using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>The API document: what the running endpoints say of themselves, plus what all of them share.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string Token = "token";
    public const string ApiKey = "api_key";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer(Schemas.Shape);
        options.AddOperationTransformer(Operations.Shape);
        options.AddDocumentTransformer(Complete);
    });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").Public();
        app.MapOpenApi("/openapi/{documentName}.yaml").Public();
        app.UseSwaggerUI(pages =>
        {
            pages.RoutePrefix = "swagger";
            pages.SwaggerEndpoint($"/openapi/{Name}.json", "VpsPanel");
            pages.DocumentTitle = "VpsPanel API";
        });
    }

    /// <summary>Writes the document of a service that is built but not started.</summary>
    public static async Task Write(WebApplication app, string path)
    {
        // Starting the service would do this: it hands the mapped endpoints to whoever describes them.
        app.UseEndpoints(_ => { });
        var provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);
        var document = await provider.GetOpenApiDocumentAsync();
        await using var file = File.Create(path);
        await document.SerializeAsYamlAsync(file, OpenApiSpecVersion.OpenApi3_1);
    }

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
            refusal => refusal.Name, refusal => (IOpenApiResponse)Operations.ResponseOf(refusal, document));
    }
}
