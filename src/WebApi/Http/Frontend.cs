using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Identity.Installation;

namespace VpsPanel.WebApi.Http;

/// <summary>Section <c>Frontend</c> of the configuration.</summary>
internal sealed class FrontendOptions
{
    private const string Index = "index.html";

    /// <summary>An absolute directory with the built client; empty when somebody else serves it.</summary>
    public string Path { get; set; } = "";

    /// <summary>
    /// The Content-Security-Policy of the client's pages. The default keeps other sites from framing them and leaves open what a client
    /// that the operator chose loads.
    /// </summary>
    public string ContentSecurityPolicy { get; set; } = "frame-ancestors 'self'; object-src 'none'; base-uri 'self'";

    /// <summary>Whether the directory has a first page and shows none of the service's own files.</summary>
    public bool IsUsable() => Path.Length == 0
        || (System.IO.Path.IsPathFullyQualified(Path) && File.Exists(System.IO.Path.Combine(Path, Index)) && !Holds(AppContext.BaseDirectory));

    /// <summary>Whether the policy can be sent as a header: not blank, and printable ASCII.</summary>
    public bool HasPolicy() =>
        !string.IsNullOrWhiteSpace(ContentSecurityPolicy) && ContentSecurityPolicy.All(letter => letter is >= ' ' and <= '~');

    private bool Holds(string folder) => WithSlash(folder).StartsWith(WithSlash(Path), StringComparison.Ordinal);

    private static string WithSlash(string path) =>
        System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)) + System.IO.Path.DirectorySeparatorChar;
}

/// <summary>
/// Serves the built client beside the API. Its pages have addresses that only its own script knows, so every address that is neither
/// a file nor the API's is its first page.
/// </summary>
internal static partial class Frontend
{
    private const string Index = "/index.html";
    private const string Setup = "/install";

    private static readonly PathString[] NotPages = ["/api", "/admin/api", "/uploads", "/health", "/openapi", "/swagger", "/hangfire"];

    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void AddFrontend(this IServiceCollection services) =>
        services.AddOptions<FrontendOptions>().BindConfiguration("Frontend")
            .Validate(
                options => options.IsUsable(),
                "Frontend:Path is an absolute directory with an index.html and without the service's own files.")
            .Validate(options => options.HasPolicy(), "Frontend:ContentSecurityPolicy is one line of ASCII, and not blank.")
            .ValidateOnStart();

    /// <summary>After routing, since endpoints come first; before the guard of the set-up, whose pages it serves.</summary>
    public static void UseFrontend(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<FrontendOptions>>().Value;
        if (options.Path.Length == 0)
            return;

        // Knows every way to climb out of the directory, and hides files whose name begins with a dot.
        var files = new PhysicalFileProvider(options.Path);
        app.Lifetime.ApplicationStopped.Register(files.Dispose);
        app.UseWhen(IsForBrowser, branch =>
        {
            branch.Use((context, next) => Choose(context, next, files));
            branch.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = files,
                OnPrepareResponse = served => Head(served.Context, options.ContentSecurityPolicy),
            });
        });
    }

    private static bool IsForBrowser(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.GetEndpoint() is null
        && !Array.Exists(NotPages, start => context.Request.Path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase));

    private static async Task Choose(HttpContext context, RequestDelegate next, PhysicalFileProvider files)
    {
        var path = context.Request.Path;
        if (files.GetFileInfo(path).Exists || IsFileName(path.Value!))
        {
            await next(context);
            return;
        }

        var gate = context.RequestServices.GetRequiredService<IInstallationStatus>();
        if (!path.StartsWithSegments(Setup, StringComparison.Ordinal) && !await gate.IsInstalled(context.RequestAborted))
        {
            context.Response.Redirect(Setup);
            return;
        }

        context.Request.Path = Index;
        await next(context);
    }

    /// <summary>A script of an older build must be missing, not be a page: the browser would run HTML.</summary>
    private static bool IsFileName(string path) =>
        path.Contains("/.", StringComparison.Ordinal) || (Types.TryGetContentType(path, out var type) && type != "text/html");

    private static void Head(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = Hashed().IsMatch(context.Request.Path.Value!) ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ContentSecurityPolicy = policy;

        // A client opens the gateway's page in a window of its own, and gateways look where a payment comes from.
        headers[SecurityHeaders.HeaderNames.OpenerPolicy] = "same-origin-allow-popups";
        headers[SecurityHeaders.HeaderNames.ReferrerPolicy] = "strict-origin-when-cross-origin";
    }

    /// <summary>Bundlers put a hash of the content into the name: other content has another name.</summary>
    [GeneratedRegex(@"/(?:assets|static)/.*[.-](?=[a-z_-]*[0-9A-Z])[0-9A-Za-z_-]{8,}\.[0-9a-z]+(?:\.map)?\z", RegexOptions.None, 1000)]
    private static partial Regex Hashed();
}
