using Hangfire;
using Hangfire.Dashboard;
using VpsPanel.Application.Identity.ApiKeys;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Domain.Common;
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
        // Their storage is opened by the first look at a page: what only lists the routes has no database.
        var built = new Lazy<RequestDelegate>(() => Pages(app));
        Task pages(HttpContext http) => Refuse(http) is { } failure ? ErrorBody.Write(http, failure) : built.Value(http);
        app.MapGet(Path + "/{**path}", pages).Needs(View);
        app.MapPost(Path + "/stats", pages).Needs(View);
        app.MapPost(Path + "/jobs/failed/requeue", http => DashboardActions.RetryAll(http)).Needs(Manage);
        app.MapPost(Path + "/jobs/actions/requeue/{job}", http => DashboardActions.RetryOne(http)).Needs(Manage);
        app.MapPost(Path + "/recurring/trigger", http => DashboardActions.Trigger(http)).Needs(Manage);
    }

    /// <summary>What the engine's own pages answer with an exception: a job without a number, and figures without their form.</summary>
    private static Error? Refuse(HttpContext http)
    {
        if (HttpMethods.IsPost(http.Request.Method) && !http.Request.HasFormContentType)
            return Error.Validation("metrics", "must be a form that names the figures");

        const string details = Path + "/jobs/details/";
        var path = http.Request.Path.Value!;
        return path.StartsWith(details, StringComparison.OrdinalIgnoreCase) && !JobIds.IsId(path[details.Length..])
            ? JobIds.NotFound
            : null;
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
