using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks.Queries;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.ScheduledTasks.Commands;

/// <summary>Changes what is given of a task's schedule, on every node.</summary>
public sealed record ChangeSchedule(string Key, bool? Enabled, string? Strategy, int? IntervalSec, string? DailyAt)
    : ICommand<ScheduledTaskView>, IChangesSettings
{
    public AuditRecord Audit(object? answer) =>
        new("scheduled_task.update", "scheduled_task", Key, new { Enabled, Strategy, IntervalSec, DailyAt });
}

internal sealed class ChangeScheduleHandler(
    IEnumerable<IScheduledTask> tasks, SettingEditor editor, ScheduledTaskViews views)
    : ICommandHandler<ChangeSchedule, ScheduledTaskView>
{
    public async Task<Result<ScheduledTaskView>> Handle(ChangeSchedule request, CancellationToken cancellationToken)
    {
        if (tasks.FirstOrDefault(task => task.Key() == request.Key) is not { } task)
            return ScheduledTaskErrors.NotFound;

        var merged = Merge(await editor.Current(task.Schedule, cancellationToken), request);
        if (!merged.IsSuccess)
            return merged.Error;

        var changed = await editor.Change(task.Schedule.Key, merged.Value.Text, cancellationToken);
        return changed.IsSuccess ? await views.Of(task, merged.Value, cancellationToken) : changed.Error;
    }

    private static Result<TaskSchedule> Merge(TaskSchedule now, ChangeSchedule change)
    {
        var strategy = now.Strategy;
        if (!string.IsNullOrWhiteSpace(change.Strategy) && !WireNames.TryParse(change.Strategy, out strategy))
            return Error.Validation("strategy", "invalid strategy");

        var enabled = change.Enabled ?? now.Enabled;
        var interval = change.IntervalSec ?? now.IntervalSec;
        if (strategy == TaskStrategy.Interval)
        {
            return interval is > 0 and <= TaskSchedule.MaxIntervalSec
                ? new TaskSchedule(enabled, strategy, interval, null)
                : Error.Validation("interval_sec", $"must be from 1 to {TaskSchedule.MaxIntervalSec}");
        }

        var at = now.DailyAt;
        if (!string.IsNullOrWhiteSpace(change.DailyAt))
            at = TaskSchedule.TryParseDailyAt(change.DailyAt, out var parsed) ? parsed : null;

        return at is null
            ? Error.Validation("daily_at", "must be a time such as 03:30")
            : new TaskSchedule(enabled, strategy, Math.Clamp(interval, 0, TaskSchedule.MaxIntervalSec), at);
    }
}
