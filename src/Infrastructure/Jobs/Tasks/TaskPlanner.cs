using System.Threading.Channels;
using Hangfire;
using Hangfire.Storage;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Platform.Settings;
using VpsPanel.Infrastructure.Jobs.Engine;

namespace VpsPanel.Infrastructure.Jobs.Tasks;

/// <summary>
/// Keeps the engine's plans equal to the settings: a recurring job for every daily task, a chain of jobs for every task at intervals of
/// a minute or more. At once after a change on this node; once a minute the sentinel makes up for what was lost.
/// </summary>
internal sealed partial class TaskPlanner(
    JobStorage storage, IBackgroundJobClient client, IRecurringJobManager recurring, IServiceScopeFactory scopes, IReadDb db,
    ISettings settings, ISettingsCache cache, IScheduleZone zone, IOptions<JobsOptions> options, TimeProvider clock,
    ILogger<TaskPlanner> log) : ICommitListener
{
    /// <summary>The name of a daily task's recurring job is this and the task's key.</summary>
    public const string RecurringPrefix = "task:";

    private const string Plan = "vpspanel:plan";
    private const string Sentinel = "sentinel";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>By then the engine itself has found a job whose time has come, on whatever node.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private static readonly Sql<NoArgs, Known> All = new("select task_key, last_started_at, lease_until from scheduled_tasks");

    private readonly Channel<bool> _changed =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public static bool IsAboutSchedules(CommittedEvent committed) => committed.Event is SettingChanged changed
        && (changed.SettingKey == BillingSettings.TimeZone.Key
            || changed.SettingKey.StartsWith(TaskSchedules.Prefix, StringComparison.Ordinal));

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        if (events.Any(IsAboutSchedules))
            _changed.Writer.TryWrite(true);
    }

    /// <summary>Plans, and plans anew after every change, until the service stops.</summary>
    public async Task Run(CancellationToken ct)
    {
        var isFirst = true;
        while (true)
        {
            try
            {
                recurring.AddOrUpdate(
                    Sentinel,
                    Job.FromExpression<SentinelJob>(job => job.Run(null!, CancellationToken.None), JobQueues.Maintenance),
                    Cron.Minutely(),
                    new RecurringJobOptions());
                await Look(isFirst ? TimeSpan.Zero : Grace, ct);
                isFirst = false;
                await _changed.Reader.ReadAsync(ct);
                await Restart(ct);
            }
            catch (DistributedLockTimeoutException error)
            {
                LogLocked(error.Resource);
                await Task.Delay(Pause, clock, ct);
            }
            catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                LogFailed(error);
                await Task.Delay(Pause, clock, ct);
            }
        }
    }

    /// <summary>Brings recurring jobs up to date and queues a job for every task that is overdue and has none; how many.</summary>
    /// <param name="grace">How long a task may be overdue.</param>
    public async Task<int> Look(TimeSpan grace, CancellationToken ct)
    {
        // A remembered setting could undo what another node has just moved.
        cache.Invalidate();
        var schedules = await Schedules(ct);
        var local = await zone.Get(ct);
        KeepRecurring(schedules, local);

        var known = (await db.List(All, NoArgs.Value, ct)).ToDictionary(row => row.TaskKey);
        var now = clock.GetUtcNow();
        var overdue = schedules.Where(pair => !pair.Schedule.IsShort && IsOverdue(pair.Schedule, known.GetValueOrDefault(pair.Task))).ToList();
        foreach (var (task, _) in overdue)
            Enqueue(task, evenIfNotDue: false);

        return overdue.Count;

        bool IsOverdue(TaskSchedule schedule, Known? row) =>
            !(row?.LeaseUntil > now) && schedule.IsDue(row?.LastStartedAt, row is null ? now : now - grace, local);
    }

    /// <summary>The successor of a pass, if the task runs at intervals of a minute or more.</summary>
    public async Task QueueSuccessor(string task, DateTimeOffset? lastStartedAt, CancellationToken ct)
    {
        var schedule = (await Schedules(ct)).FirstOrDefault(pair => pair.Task == task).Schedule;
        if (schedule is { Strategy: TaskStrategy.Interval, IsShort: false })
            Schedule(task, schedule, lastStartedAt);
    }

    /// <summary>A pass now, whatever the schedule says.</summary>
    public string Enqueue(string task, bool evenIfNotDue) => client.Create(JobOf(task, evenIfNotDue), new EnqueuedState());

    private static Job JobOf(string task, bool evenIfNotDue) => Job.FromExpression<ScheduledTaskJob>(
        job => job.Run(task, evenIfNotDue, null!, CancellationToken.None), JobQueues.Maintenance);

    private static string IdOf(string task) => RecurringPrefix + task;

    /// <summary>After a change: a chain whose next job waits for the old time would come too late or end.</summary>
    private async Task Restart(CancellationToken ct)
    {
        cache.Invalidate();
        var known = (await db.List(All, NoArgs.Value, ct)).ToDictionary(row => row.TaskKey);
        foreach (var (task, schedule) in await Schedules(ct))
        {
            if (schedule is { Enabled: true, Strategy: TaskStrategy.Interval, IsShort: false })
                Schedule(task, schedule, known.GetValueOrDefault(task)?.LastStartedAt);
        }
    }

    private void Schedule(string task, TaskSchedule schedule, DateTimeOffset? lastStartedAt)
    {
        var now = clock.GetUtcNow();
        if (schedule.Next(lastStartedAt, now, TimeZoneInfo.Utc) is not { } next)
            return;

        client.Create(JobOf(task, evenIfNotDue: false), next > now ? new ScheduledState(next - now) : new EnqueuedState());
    }

    private async Task<List<(string Task, TaskSchedule Schedule)>> Schedules(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var schedules = new List<(string, TaskSchedule)>();
        foreach (var task in scope.ServiceProvider.GetServices<IScheduledTask>().Where(task => options.Value.Starts(task.Key())))
            schedules.Add((task.Key(), await settings.Get(task.Schedule, ct)));

        return schedules;
    }

    /// <summary>What the engine was told last is kept beside its jobs, so that a look which changes nothing costs one query.</summary>
    private void KeepRecurring(IEnumerable<(string Task, TaskSchedule Schedule)> schedules, TimeZoneInfo local)
    {
        var wanted = schedules.Where(pair => pair.Schedule is { Enabled: true, Strategy: TaskStrategy.Daily })
            .ToDictionary(pair => pair.Task, pair => $"{pair.Schedule.DailyAtText} {local.Id}");
        using var connection = storage.GetConnection();
        var told = connection.GetAllEntriesFromHash(Plan) ?? [];
        var changes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (task, schedule) in schedules)
        {
            var plan = wanted.GetValueOrDefault(task, "");
            if (told.GetValueOrDefault(task, "") == plan)
                continue;

            changes[task] = plan;
            if (plan.Length == 0)
                recurring.RemoveIfExists(IdOf(task));
            else
                recurring.AddOrUpdate(
                    IdOf(task), JobOf(task, evenIfNotDue: false), Cron.Daily(schedule.DailyAt!.Value.Hour, schedule.DailyAt.Value.Minute),
                    new RecurringJobOptions { TimeZone = local });
        }

        if (changes.Count > 0)
            connection.SetRangeInHash(Plan, changes);
    }

    [LoggerMessage(LogLevel.Error, "The scheduled tasks could not be planned; trying again")]
    private partial void LogFailed(Exception error);

    [LoggerMessage(LogLevel.Warning, "The scheduled tasks are not planned yet: a node that is gone may hold {Resource}; trying again")]
    private partial void LogLocked(string resource);

    internal sealed record Known(string TaskKey, DateTimeOffset? LastStartedAt, DateTimeOffset? LeaseUntil);
}
