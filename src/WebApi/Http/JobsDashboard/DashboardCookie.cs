using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http.JobsDashboard;

/// <summary>
/// Lets the browser of an admin open the pages of the job engine, which can send no header. The cookie names the admin's session, is good
/// for nothing but those pages, and ends with the session.
/// </summary>
internal sealed class DashboardCookie(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ISecretProtector protector,
    IAccessDirectory directory, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "vpspanel_jobs";
    public new const string Scheme = "JobsDashboard";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const string Purpose = "jobs dashboard";

    /// <summary>Whether the request brings nothing but the cookie.</summary>
    public static bool IsFor(HttpRequest request) =>
        request.Path.StartsWithSegments(DashboardRoutes.Path, StringComparison.OrdinalIgnoreCase)
        && request.Headers.Authorization.Count == 0 && !request.Headers.ContainsKey("X-API-Key") && request.Cookies.ContainsKey(Name);

    /// <summary>Gives the cookie to the caller; until when it is good.</summary>
    public static DateTimeOffset Give(HttpContext http, Access access, DateTimeOffset now)
    {
        var until = now + Lifetime;
        var text = string.Join('|', Purpose, access.SessionId, access.UserId, until.ToUnixTimeSeconds());
        http.Response.Cookies.Append(Name, http.RequestServices.GetRequiredService<ISecretProtector>().Protect(text), new CookieOptions
        {
            Path = DashboardRoutes.Path,
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            MaxAge = Lifetime,
        });
        return until;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var parts = protector.Unprotect(Request.Cookies[Name] ?? "")?.Split('|');
        if (parts is not [Purpose, var session, var user, var until] || Number(until) <= clock.GetUtcNow().ToUnixTimeSeconds())
            return AuthenticateResult.Fail("no valid cookie");

        // Numbers start again in a new database: a cookie from the old one must not fit somebody else's session.
        var access = await directory.Find(new SessionId(Number(session)), Context.RequestAborted);
        if (access is null || access.UserId != Number(user))
            return AuthenticateResult.Fail("session over");

        Context.Features.Set(access);
        var identity = new ClaimsIdentity([new Claim("name", access.Username)], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
