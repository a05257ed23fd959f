using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.ScheduledTasks;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Jobs;

/// <summary>
/// One pass of the task named by the job's key, with a row of history. A process that dies leaves its row running; the next
/// pass, which the scheduler starts only when no other is under way in the cluster, closes it.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class ScheduledTaskJob(
    IServiceScopeFactory scopes, ISettings settings, TimeProvider clock, ILogger<ScheduledTaskJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var key = context.JobDetail.Key.Name;
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetServices<IScheduledTask>().FirstOrDefault(task => task.Key() == key) is not { } task)
        {
            LogUnknown(key);
            return;
        }

        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(Actor.System, Guid.NewGuid().ToString("N"), null);
        if (await Open(key, await settings.Get(task.Schedule, cancellationToken), cancellationToken) is not { } run)
            return;

        var failure = await Attempt(task, key, cancellationToken);
        await Close(run, failure);
    }

    private async Task<string?> Attempt(IScheduledTask task, string key, CancellationToken ct)
    {
        try
        {
            var result = await task.RunOnce(ct);
            return result.IsSuccess ? null : $"{result.Error.Code}: {result.Error.Message}";
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return "interrupted: the service is stopping";
        }
        catch (Exception error)
        {
            LogFailed(error, key);
            return $"{error.GetType().Name}: {error.Message}";
        }
    }

    /// <summary>The id of the new pass; null when a trigger came that is not due any more.</summary>
    private async Task<long?> Open(string key, TaskSchedule schedule, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PanelDb>();
        var dead = await db.Set<ScheduledTaskRun>()
            .Where(row => row.TaskKey == key && row.Status == TaskRunStatus.Running).ToListAsync(ct);
        foreach (var row in dead)
            row.Finish("died: the process ended during this pass", clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        var last = await db.Set<ScheduledTaskRun>().Where(row => row.TaskKey == key).OrderByDescending(row => row.Id)
            .Select(row => (DateTimeOffset?)row.StartedAt).FirstOrDefaultAsync(ct);
        if (!IsDue(schedule, last))
            return null;

        var run = ScheduledTaskRun.Start(key, clock.GetUtcNow());
        db.Add(run);
        await db.SaveChangesAsync(ct);
        return run.Id;
    }

    /// <summary>An interval is the trigger's to keep; a day must not be done twice.</summary>
    private bool IsDue(TaskSchedule schedule, DateTimeOffset? last)
    {
        var now = clock.GetUtcNow();
        return schedule.Enabled && (schedule.Strategy == TaskStrategy.Interval || schedule.Next(last, now, clock.LocalTimeZone) <= now);
    }

    /// <summary>Also after an interruption, hence without its token.</summary>
    private async Task Close(long id, string? failure)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PanelDb>();
        var run = await db.Set<ScheduledTaskRun>().SingleAsync(row => row.Id == id, CancellationToken.None);
        run.Finish(failure, clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "Scheduled task {Task} failed")]
    private partial void LogFailed(Exception error, string task);

    [LoggerMessage(LogLevel.Warning, "No code for scheduled task {Task}: another node is newer or older than this one")]
    private partial void LogUnknown(string task);
}
