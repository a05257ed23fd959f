using VpsPanel.Application.Abstractions;
using VpsPanel.Application.ScheduledTasks.Queries;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.ScheduledTasks;

/// <summary>Joins a task's code, its schedule and its last pass.</summary>
internal sealed class ScheduledTaskViews(IReadDb db, ISettings settings, TimeProvider clock)
{
    private static readonly Sql<TaskArgs, LastPass> Last = new(
        """
        select status, started_at, duration_sec, message
        from scheduled_task_runs
        where task_key = @Task
        order by id desc
        offset 0 rows fetch next 1 rows only
        """);

    public async Task<ScheduledTaskView> Of(IScheduledTask task, CancellationToken ct) =>
        await Of(task, await settings.Get(task.Schedule, ct), ct);

    public async Task<ScheduledTaskView> Of(IScheduledTask task, TaskSchedule schedule, CancellationToken ct)
    {
        var last = await db.First(Last, new TaskArgs(task.Key()), ct);
        var running = last?.Status == "running";
        return new ScheduledTaskView(
            task.Key(), task.Name, task.Description, schedule.Enabled, WireNames.Of(schedule.Strategy), schedule.IntervalSec,
            schedule.DailyAtText, last?.StartedAt, schedule.Next(last?.StartedAt, clock.GetUtcNow(), clock.LocalTimeZone), running,
            last?.Status, string.IsNullOrEmpty(last?.Message) ? null : last.Message, running ? null : last?.DurationSec);
    }

    internal sealed record TaskArgs(string Task);

    internal sealed record LastPass(string Status, DateTimeOffset StartedAt, long DurationSec, string Message);
}
