using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http.JobsDashboard;

/// <summary>What all pages of the job engine have in common besides who may see them.</summary>
internal static class DashboardGuard
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Error CrossOrigin = Error.Forbidden(
        "dashboard.cross_origin", "the request does not come from the dashboard's own pages");

    /// <summary>Before everything that may answer.</summary>
    public static void UseDashboardHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        if (IsDashboard(http))
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.CacheControl = "no-store";
        }

        return next(http);
    });

    /// <summary>After authentication: a browser sends the cookie along whoever made it send the request.</summary>
    public static void UseDashboardOrigin(this WebApplication app) => app.Use((http, next) =>
        http.User.Identity?.AuthenticationType == DashboardCookie.Scheme && !IsSafe(http.Request.Method) && !IsOwnPage(http.Request)
            ? ErrorBody.Write(http, CrossOrigin)
            : next(http));

    private static bool IsDashboard(HttpContext http) =>
        http.Request.Path.StartsWithSegments(DashboardRoutes.Path, StringComparison.OrdinalIgnoreCase);

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    /// <summary>No page can set these headers: the browser says where the request comes from.</summary>
    private static bool IsOwnPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site == "same-origin";

        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
