using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.JobsDashboard;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class DashboardSessionEndpoints
{
    public static void MapDashboardSession(this RouteGroupBuilder admin) =>
        admin.MapPost("/dashboard-session", Open).Needs(DashboardRoutes.View)
            .WithName("openDashboardSession").WithSummary("Get a cookie for the pages of the job engine")
            .WithDescription("It opens them in this browser for half an hour.");

    private static ApiResult<DashboardSession> Open(HttpContext http, TimeProvider clock) => http.Features.Get<Access>() is { } access
        ? (Result<DashboardSession>)new DashboardSession(DashboardRoutes.Path, DashboardCookie.Give(http, access, clock.GetUtcNow()))
        : Error.Forbidden("auth.admin_required", "only an admin's own session can have a cookie");
}

/// <param name="Path">Where the pages are, on this host.</param>
/// <param name="ExpiresAt">When the cookie ends at the latest; it ends with the session.</param>
public sealed record DashboardSession(string Path, DateTimeOffset ExpiresAt);
