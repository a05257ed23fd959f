using Microsoft.Extensions.Primitives;

namespace VpsPanel.WebApi.Http;

/// <summary>
/// Headers that every answer carries, whoever wrote it: refusals, redirects, files and what the framework answers by itself. An answer
/// that is a page sets its own policy; what it leaves out is filled in here.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>For answers that are data: shown as a document by mistake, they load and run nothing, and nobody may frame them.</summary>
    private static readonly StringValues DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    // Addresses hold tokens of subscriptions and of password resets.
    private static readonly StringValues NoReferrer = "no-referrer";

    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues OneYear = "max-age=31536000";

    /// <summary>Comes first of all, so that nothing answers before it. What clears an answer afterwards takes no header away.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Complete, context);
        return next(context);
    });

    private static Task Complete(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = NoSniff;
        Fill(headers, HeaderNames.ContentSecurityPolicy, DataPolicy);
        Fill(headers, HeaderNames.ReferrerPolicy, NoReferrer);
        Fill(headers, HeaderNames.OpenerPolicy, SameOrigin);
        if (context.Request.IsHttps && !IsLoopback(context.Request.Host.Host))
            headers.StrictTransportSecurity = OneYear;

        return Task.CompletedTask;
    }

    private static void Fill(IHeaderDictionary headers, string name, StringValues value)
    {
        if (!headers.ContainsKey(name))
            headers[name] = value;
    }

    /// <summary>A browser would refuse every other service of the machine without TLS for a year.</summary>
    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";

    /// <summary>Names of headers, of which the framework knows some only.</summary>
    internal static class HeaderNames
    {
        public const string ContentSecurityPolicy = "Content-Security-Policy";
        public const string ReferrerPolicy = "Referrer-Policy";
        public const string OpenerPolicy = "Cross-Origin-Opener-Policy";
    }
}
