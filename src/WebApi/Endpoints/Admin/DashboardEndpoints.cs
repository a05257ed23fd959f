using MediatR;
using VpsPanel.Application.Engagement.Dashboard.Queries;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class DashboardEndpoints
{
    public static void MapDashboard(this RouteGroupBuilder admin)
    {
        admin.MapPost("/dashboard/overview", Overview).AnyAdmin("dashboard.overview")
            .WithName("getBusinessOverview").WithSummary("Show the business at a glance").WithDescription("Money in yuan.");
        admin.MapPost("/dashboard/revenue", Revenue).Needs("dashboard.revenue")
            .WithName("getRevenue").WithSummary("Show revenue by day or month")
            .WithDescription("In yuan. The period may stand in the address or in the body.");
        admin.MapGet("/dashboard/vps-status", VpsStatus).AnyAdmin("dashboard.vps_status")
            .WithName("countVpsByStatus").WithSummary("Count VPS by their status");
    }

    private static async Task<ApiResult<Overview>> Overview(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetOverview(), ct);

    /// <summary>The period has two names, and comes in the address or in the body.</summary>
    private static async Task<ApiResult<RevenueSeries>> Revenue(
        string? period, string? granularity, RevenueBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetRevenue(period ?? granularity ?? body?.Period ?? body?.Granularity), ct);

    private static async Task<ApiResult<VpsStatusCounts>> VpsStatus(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetVpsStatus(), ct);
}

internal sealed record RevenueBody(string? Period, string? Granularity);
