using MediatR;
using VpsPanel.Application.Dashboard.Queries;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class DashboardEndpoints
{
    public static void MapDashboard(this RouteGroupBuilder admin)
    {
        admin.MapPost("/dashboard/overview", Overview).AnyAdmin("dashboard.overview")
            .WithSummary("The business at a glance; money in yuan");
        admin.MapPost("/dashboard/revenue", Revenue).Needs("dashboard.revenue").WithSummary("Revenue by day or month, in yuan");
        admin.MapGet("/dashboard/vps-status", VpsStatus).AnyAdmin("dashboard.vps_status").WithSummary("How many hosts are in which state");
    }

    private static async Task<Answer<Overview>> Overview(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetOverview(), ct);

    /// <summary>The period has two names, and comes in the address or in the body.</summary>
    private static async Task<Answer<RevenueSeries>> Revenue(
        string? period, string? granularity, RevenueBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetRevenue(period ?? granularity ?? body?.Period ?? body?.Granularity), ct);

    private static async Task<Answer<VpsStatusCounts>> VpsStatus(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetVpsStatus(), ct);
}

internal sealed record RevenueBody(string? Period, string? Granularity);
