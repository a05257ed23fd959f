using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.ScheduledTasks;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Settings;

namespace VpsPanel.Infrastructure.Jobs;

/// <summary>
/// Runs the scheduler of this node and keeps the cluster's triggers equal to the settings: at once after a change on this node, and every
/// few seconds in case a node died between storing a setting and moving its trigger.
/// </summary>
internal sealed partial class ScheduleKeeper(
    ISchedulerFactory schedulers, TaskTriggers triggers, IServiceScopeFactory scopes, ISettings settings, ISettingsCache cache,
    ILogger<ScheduleKeeper> log) : BackgroundService, ICommitListener
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _changed = new(0);
    private Task? _stop;

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        if (events.Any(committed => committed.Event is SettingChanged changed
            && changed.SettingKey.StartsWith(TaskSchedules.Prefix, StringComparison.Ordinal)))
        {
            _changed.Release();
        }
    }

    /// <summary>
    /// A host may be told to stop twice at once. Both calls must wait for the one end: whoever returned early would let the
    /// connections be disposed under a scheduler that is still putting things down.
    /// </summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Task stop;
        lock (_changed)
            stop = _stop ??= Stop(cancellationToken);

        await stop;
    }

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Reconcile();
                await _changed.WaitAsync(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogFailed(error);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Stop(CancellationToken ct)
    {
        foreach (var scheduler in await schedulers.GetAllSchedulers(ct))
            await scheduler.Shutdown(waitForJobsToComplete: true, ct);
    }

    /// <summary>Short, and never cut off: a call that is cancelled midway can leave the store's lock taken in this process.</summary>
    private async Task Reconcile()
    {
        var scheduler = await schedulers.GetScheduler(CancellationToken.None);

        // A remembered setting could undo what another node has just moved.
        cache.Forget();
        await using var scope = scopes.CreateAsyncScope();
        foreach (var task in scope.ServiceProvider.GetServices<IScheduledTask>())
            await triggers.Keep(scheduler, task.Key(), await settings.Get(task.Schedule, CancellationToken.None), CancellationToken.None);

        await scheduler.Start(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "The scheduler could not be started or brought up to date; trying again")]
    private partial void LogFailed(Exception error);
}
