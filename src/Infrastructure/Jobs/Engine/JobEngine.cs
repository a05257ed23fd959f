using System.Data.Common;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VpsPanel.Infrastructure.Jobs.Tasks;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>
/// Runs the workers of this node, as soon as the engine's tables are there: the database may come up, or be migrated, later.
/// </summary>
internal sealed partial class JobEngine(
    JobStorage storage, JobSchema schema, IJobFilterProvider filters, IServiceScopeFactory scopes, IOptions<JobsOptions> options,
    JobTimers timers, TaskPlanner planner, TimeProvider clock, ILoggerFactory logs, ILogger<JobEngine> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ScheduleLook = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CancellationLook = TimeSpan.FromSeconds(30);

    /// <summary>After this a running job is told to stop.</summary>
    private static readonly TimeSpan StopNotice = TimeSpan.FromMilliseconds(500);

    private volatile string? _obstacle = "the job engine is not running";

    /// <summary>Why no job is run here; null when jobs are run.</summary>
    public string? Obstacle => _obstacle;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        EngineLog.Use(logs);
        try
        {
            while (await Look(stoppingToken) is { } obstacle)
            {
                if (obstacle != _obstacle)
                    LogWaiting(obstacle);

                _obstacle = obstacle;
                await Task.Delay(Pause, clock, stoppingToken);
            }

            await Serve(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            _obstacle = "the job engine has stopped";
            EngineLog.Leave(logs);
        }
    }

    private async Task<string?> Look(CancellationToken ct)
    {
        try
        {
            return await schema.Obstacle(ct);
        }
        catch (Exception error) when (error is DbException or InvalidOperationException or TimeoutException)
        {
            return $"the database cannot be reached: {error.Message}";
        }
    }

    private async Task Serve(CancellationToken ct)
    {
        using var server = new BackgroundJobServer(
            new BackgroundJobServerOptions
            {
                Queues = JobQueues.All,
                WorkerCount = options.Value.Workers,
                SchedulePollingInterval = ScheduleLook,
                CancellationCheckInterval = CancellationLook,
                StopTimeout = StopNotice,
                FilterProvider = filters,
                Activator = new AspNetCoreJobActivator(scopes),
                TimeZoneResolver = new DefaultTimeZoneResolver(),
            },
            storage);
        _obstacle = null;
        try
        {
            timers.Learn();
            await planner.Run(ct);
        }
        finally
        {
            server.SendStop();
            await server.WaitForShutdownAsync(CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Error, "No background job runs here yet: {Obstacle}")]
    private partial void LogWaiting(string obstacle);
}
