using Hangfire;
using Hangfire.Dashboard;
using VpsPanel.Application.Accounts;
using VpsPanel.Infrastructure.Jobs;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Http.JobsDashboard;

/// <summary>
/// The pages of the job engine. Its own commands are not mapped: what an admin may start again goes through our commands, and nothing can
/// be deleted.
/// </summary>
internal static class DashboardRoutes
{
    public const string Path = "/hangfire";
    public const string View = "jobs.view";
    public const string Manage = "jobs.manage";

    private const int StatsEveryMs = 5000;

    static DashboardRoutes() =>
        Hangfire.Dashboard.DashboardRoutes.AddStylesheet(typeof(DashboardRoutes).Assembly, "dashboard.css");

    public static void MapJobsDashboard(this WebApplication app)
    {
        var pages = Pages(app);
        app.MapGet(Path + "/{**path}", pages).Needs(View);
        app.MapPost(Path + "/stats", pages).Needs(View);
        app.MapPost(Path + "/jobs/failed/requeue", http => DashboardActions.RetryAll(http)).Needs(Manage);
        app.MapPost(Path + "/jobs/actions/requeue/{job}", http => DashboardActions.RetryOne(http)).Needs(Manage);
        app.MapPost(Path + "/recurring/trigger", http => DashboardActions.Trigger(http)).Needs(Manage);
    }

    private static RequestDelegate Pages(WebApplication app)
    {
        var jobs = app.Services.GetRequiredService<JobInspector>();
        var options = new DashboardOptions
        {
            AppPath = null,
            DashboardTitle = "VpsPanel jobs",
            DisplayStorageConnectionString = false,
            StatsPollingInterval = StatsEveryMs,
            IgnoreAntiforgeryToken = true,
            Authorization = [new OwnFilter()],
            IsReadOnlyFunc = context => context.GetHttpContext().Features.Get<Access>()?.May(Manage) != true,
            DisplayNameFunc = (_, job) => jobs.NameOf(job),
            TimeZoneResolver = new DefaultTimeZoneResolver(),
        };
        return ((IEndpointRouteBuilder)app).CreateApplicationBuilder()
            .UsePathBase(Path)
            .UseMiddleware<AspNetCoreDashboardMiddleware>(
                app.Services.GetRequiredService<JobStorage>(), options, Hangfire.Dashboard.DashboardRoutes.Routes, true)
            .Build();
    }

    /// <summary>The engine lets local callers in unless it is told otherwise; the mark on the route has decided already.</summary>
    private sealed class OwnFilter : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context)
        {
            var features = context.GetHttpContext().Features;
            return features.Get<Access>()?.May(View) == true || features.Get<ApiKeyAccess>() is { IsActive: true } key && key.May(View);
        }
    }
}
