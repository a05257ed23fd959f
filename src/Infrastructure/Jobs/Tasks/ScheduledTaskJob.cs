using Hangfire.Server;
using VpsPanel.Infrastructure.Jobs.Engine;

namespace VpsPanel.Infrastructure.Jobs.Tasks;

/// <summary>
/// A pass of a task that runs once a minute at most. After the pass the job queues its successor, if the task runs at intervals; a job
/// that comes when the task is not due ends without one, so of two chains of jobs one ends.
/// </summary>
internal sealed class ScheduledTaskJob(TaskRunner runner, TaskPlanner planner, JobOutcomes outcomes)
{
    /// <summary>A task that always fails comes often; its history says the same for longer.</summary>
    private static readonly TimeSpan FailureKept = TimeSpan.FromDays(1);

    /// <param name="evenIfNotDue">An admin asked for it.</param>
    public Task<string> Run(string task, bool evenIfNotDue, PerformContext job, CancellationToken ct) =>
        outcomes.Run(job, () => Pass(task, evenIfNotDue, ct), ct);

    private async Task<JobOutcome> Pass(string task, bool evenIfNotDue, CancellationToken ct)
    {
        var pass = await runner.Run(task, evenIfNotDue, ct);
        if (pass.WasRun)
            await planner.QueueSuccessor(task, pass.LastStartedAt, CancellationToken.None);

        return pass.Result switch
        {
            PassResult.Success => new JobOutcome.Done("success"),
            PassResult.Failed => new JobOutcome.Failed(pass.Failure!, "scheduled task", FailureKept),
            PassResult.Unknown => new JobOutcome.Nothing("this node does not know the task"),
            PassResult.Held => new JobOutcome.Nothing("it runs already"),
            _ => new JobOutcome.Nothing("it is not due"),
        };
    }
}
