using Microsoft.Extensions.FileProviders;
using NSwag.AspNetCore;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>
/// Swagger UI at <c>/swagger</c> for the one document. Beside it stands a field for the panel's admin prefix, which the document does not
/// tell: what a person enters there stays in their browser.
/// </summary>
internal static class ApiPages
{
    public const string Path = "/swagger";

    // The bundle writes it for its logo.
    private const string LogoStyle = ".logo_small_svg__cls-2{fill:#fff}.logo_small_svg__cls-3{fill:#85ea2d}";

    // Not among the page's own files: each of those is what the library brings.
    private const string OwnFiles = Path + "/own";

    public static void UseApiPages(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.Equals(Path + "/index.html", StringComparison.OrdinalIgnoreCase),
            branch => branch.UsePagePolicy(LogoStyle));
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = OwnFiles,
            FileProvider = new EmbeddedFileProvider(typeof(ApiPages).Assembly, "VpsPanel.WebApi.Http.OpenApi.Pages"),
        });
        app.UseSwaggerUi(Configure);
    }

    private static void Configure(SwaggerUiSettings pages)
    {
        pages.Path = Path;
        pages.SwaggerRoutes.Add(new SwaggerUiRoute("VpsPanel", ApiDocument.JsonPath));
        pages.DocumentTitle = "VpsPanel API";
        pages.AdditionalSettings["filter"] = true;
        pages.CustomJavaScriptPath = OwnFiles + "/admin-prefix.js";
        pages.CustomStylesheetPath = OwnFiles + "/admin-prefix.css";

        // Else headers of the request find their way into the page.
        pages.TransformToExternalPath = (path, request) => request.PathBase + path;
    }
}
