using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks.Queries;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.ScheduledTasks;

/// <summary>Joins a task's code, its schedule and its last pass.</summary>
internal sealed class ScheduledTaskViews(IReadDb db, ISettings settings, IScheduleZone zone, TimeProvider clock)
{
    private static readonly Sql<TaskArgs, Known> Last = new(
        """
        select t.last_started_at, t.lease_until, r.status, r.duration_sec, r.message
        from scheduled_tasks t
        left join scheduled_task_runs r
            on r.id = (select max(newest.id) from scheduled_task_runs newest where newest.task_key = t.task_key)
        where t.task_key = @Task
        """);

    public async Task<ScheduledTaskView> Of(IScheduledTask task, CancellationToken ct) =>
        await Of(task, await settings.Get(task.Schedule, ct), ct);

    public async Task<ScheduledTaskView> Of(IScheduledTask task, TaskSchedule schedule, CancellationToken ct)
    {
        var known = await db.First(Last, new TaskArgs(task.Key()), ct);
        var running = known?.LeaseUntil > clock.GetUtcNow();
        return new ScheduledTaskView(
            task.Key(), task.Name, task.Description, schedule.Enabled, WireNames.Of(schedule.Strategy), schedule.IntervalSec,
            schedule.DailyAtText, known?.LastStartedAt, await Next(task, schedule, known?.LastStartedAt, ct), running,
            known?.Status, string.IsNullOrEmpty(known?.Message) ? null : known.Message, running ? null : known?.DurationSec);
    }

    /// <summary>A task that runs more often than once a minute is started only when there is work for it.</summary>
    private async Task<DateTimeOffset?> Next(IScheduledTask task, TaskSchedule schedule, DateTimeOffset? last, CancellationToken ct)
    {
        var next = schedule.Next(last, clock.GetUtcNow(), await zone.Get(ct));
        if (next is null || !schedule.IsShort)
            return next;

        return await task.NextWork(ct) is { } work ? (work > next ? work : next) : null;
    }

    internal sealed record TaskArgs(string Task);

    internal sealed record Known(
        DateTimeOffset? LastStartedAt, DateTimeOffset? LeaseUntil, string? Status, long? DurationSec, string? Message);
}
