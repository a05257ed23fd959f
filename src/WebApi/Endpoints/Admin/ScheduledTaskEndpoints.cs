using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks.Commands;
using VpsPanel.Application.Platform.ScheduledTasks.Queries;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class ScheduledTaskEndpoints
{
    public static void MapScheduledTasks(this RouteGroupBuilder routes)
    {
        routes.MapGet("/scheduled-tasks", List).Needs("scheduled_tasks.list")
            .WithName("listScheduledTasks").WithSummary("List the scheduled tasks")
            .WithDescription("With their times and how the last run went.");
        routes.MapPatch("/scheduled-tasks/{key}", Change).Needs("scheduled_tasks.update")
            .WithName("updateScheduledTask").WithSummary("Change when a task runs");
        routes.MapGet("/scheduled-tasks/{key}/runs", ListRuns).Needs("scheduled_tasks.runs")
            .WithName("listScheduledTaskRuns").WithSummary("List the runs of a task").WithDescription("Newest first.");
    }

    private static async Task<ApiResult<Listing<ScheduledTaskView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListScheduledTasks(), ct);

    private static async Task<ApiResult<ScheduledTaskView>> Change(
        string key, ChangeScheduleBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ChangeSchedule(key, body.Enabled, body.Strategy, body.IntervalSec, body.DailyAt), ct);

    private static async Task<ApiResult<Page<TaskRunView>>> ListRuns(
        string key, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListTaskRuns(key, page.ToPaging()), ct);
}

/// <summary>What is missing stays as it is.</summary>
/// <param name="Strategy"><c>interval</c> or <c>daily</c>.</param>
/// <param name="DailyAt">Time of the zone in <c>billing_time_zone</c>, <c>HH:MM</c>.</param>
public sealed record ChangeScheduleBody(bool? Enabled, [property: Words("interval", "daily")] string? Strategy, int? IntervalSec, string? DailyAt);
