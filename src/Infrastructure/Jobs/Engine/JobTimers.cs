using Hangfire;
using Hangfire.States;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Infrastructure.Signals;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>Starts jobs at their time, and wakes a worker for a job that was queued and not taken.</summary>
internal sealed partial class JobTimers(
    JobStorage storage, IBackgroundJobClient client, JobAlarm alarm, JobWake wake, INodeSignals nodes, TimeProvider clock,
    ILogger<JobTimers> log) : BackgroundService
{
    private const int MostKnown = 1000;

    /// <summary>A job is stored a moment after its alarm was set.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Learns of the jobs that other nodes, or an earlier life of this one, left to be started later.</summary>
    public void Learn()
    {
        foreach (var (job, waiting) in storage.GetMonitoringApi().ScheduledJobs(0, MostKnown))
        {
            if (waiting is not null)
                alarm.Set(job, clock.GetUtcNow() + (waiting.EnqueueAt - DateTime.UtcNow));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (job, isQueued) = await alarm.Next(stoppingToken);
                if (isQueued)
                    WakeWorkers();
                else
                    Start(job);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // The engine looks for due jobs by itself, a little later.
                LogLate(error);
            }
        }
    }

    /// <summary>Of this node, and where all of them are busy, of another one.</summary>
    private void WakeWorkers()
    {
        wake.Noticed();
        nodes.Send(JobWake.Word);
    }

    private void Start(string job)
    {
        if (client.ChangeState(job, new EnqueuedState(), ScheduledState.StateName))
            return;

        using var connection = storage.GetConnection();
        if (connection.GetStateData(job)?.Name == ProcessingState.StateName)
            alarm.Set(job, clock.GetUtcNow() + Pause);
    }

    [LoggerMessage(LogLevel.Warning, "A background job could not be started on time")]
    private partial void LogLate(Exception error);
}
