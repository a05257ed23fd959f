using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Infrastructure.Jobs.Engine;
using VpsPanel.Infrastructure.Persistence.Dialects;
using VpsPanel.Infrastructure.Signals;

namespace VpsPanel.Infrastructure.Jobs.Tasks;

/// <summary>
/// The tasks that run more often than once a minute. Every node has a timer for each and the pass is claimed in the database. A task that
/// knows when there is work for it sleeps until then, so that an idle cluster does not wake up for it.
/// </summary>
internal sealed partial class ShortTaskTimers(
    JobSchema schema, TaskRunner runner, IServiceScopeFactory scopes, ISettings settings, IDialect dialect, IOptions<JobsOptions> options,
    TimeProvider clock, ILogger<ShortTaskTimers> log) : BackgroundService, ICommitListener, IRemoteWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>What was committed together is looked for once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly WorkSignal _signal = new(clock, dialect.LookInterval);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _started = [];
    private readonly ConcurrentDictionary<string, Task> _passes = [];

    // Asked at every commit of the node; the answer depends on nothing but the event.
    private readonly Lazy<IScheduledTask[]> _tasks = new(() =>
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IScheduledTask>()];
    });

    public string Token => "tasks";

    public bool Concerns(IReadOnlyList<CommittedEvent> events) => events.Any(TaskPlanner.IsAboutSchedules) || BringWork(events);

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        if (events.Any(TaskPlanner.IsAboutSchedules))
            Look();
        else if (BringWork(events))
            Noticed();
    }

    public void Noticed() => _signal.WakeAt(clock.GetUtcNow() + Patience);

    /// <summary>Has the timers set anew.</summary>
    public void Look() => _signal.Wake();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Before that there are no tables of ours either.
            while (!await Settle(stoppingToken))
                await Task.Delay(Pause, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        await Task.WhenAll(_passes.Values);
    }

    private bool BringWork(IReadOnlyList<CommittedEvent> events) =>
        events.Any(committed => Array.Exists(_tasks.Value, task => task.IsStartedBy(committed.Event)));

    /// <summary>Keeps the timers; false when something broke off.</summary>
    private async Task<bool> Settle(CancellationToken ct)
    {
        try
        {
            if (await schema.Obstacle(ct) is not null)
                return false;

            while (true)
            {
                if (await StartDue(ct) is { } next)
                    _signal.WakeAt(next);

                await _signal.Wait(ct);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(error);
            return false;
        }
    }

    /// <summary>Starts what is due; the time at which the next task may be due.</summary>
    private async Task<DateTimeOffset?> StartDue(CancellationToken ct)
    {
        DateTimeOffset? soonest = null;
        await using var scope = scopes.CreateAsyncScope();
        foreach (var task in scope.ServiceProvider.GetServices<IScheduledTask>().Where(task => options.Value.Starts(task.Key())))
        {
            var schedule = await settings.Get(task.Schedule, ct);
            if (!schedule.Enabled || !schedule.IsShort || await DueAt(task, schedule, ct) is not { } due)
                continue;

            if (due <= clock.GetUtcNow())
            {
                due = clock.GetUtcNow().AddSeconds(schedule.IntervalSec);
                Start(task.Key(), ct);
            }

            soonest = soonest < due ? soonest : due;
        }

        return soonest;
    }

    private async Task<DateTimeOffset?> DueAt(IScheduledTask task, TaskSchedule schedule, CancellationToken ct)
    {
        if (await task.NextWork(ct) is not { } work)
            return null;

        return _started.TryGetValue(task.Key(), out var last) && last.AddSeconds(schedule.IntervalSec) is var next && next > work ? next : work;
    }

    private void Start(string task, CancellationToken ct)
    {
        if (!_passes.TryGetValue(task, out var running) || running.IsCompleted)
            _passes[task] = Pass(task, ct);
    }

    private async Task Pass(string task, CancellationToken ct)
    {
        try
        {
            var pass = await runner.Run(task, evenIfNotDue: false, ct);
            _started[task] = pass.LastStartedAt ?? clock.GetUtcNow();
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            _started[task] = clock.GetUtcNow();
            LogFailed(error);
        }
        finally
        {
            // When the next pass is due has changed.
            _signal.Wake();
        }
    }

    [LoggerMessage(LogLevel.Error, "The timers of short tasks broke off; they are set again")]
    private partial void LogFailed(Exception error);
}
