using Hangfire.Server;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Servers;
using VpsPanel.Infrastructure.Jobs.Engine;

namespace VpsPanel.Infrastructure.Jobs.Provisioning;

/// <summary>
/// The tries at one row of <c>provision_jobs</c>. The row is claimed for each, so that a job which is lost, doubled or run again does
/// nothing twice; a process that dies leaves a claim that lapses, and the watchdog queues another job then.
/// </summary>
internal sealed class ProvisioningJob(IProvisioner provisioner, ProvisioningQueue queue, JobOutcomes outcomes)
{
    private static readonly TimeSpan FailureKept = TimeSpan.FromDays(30);

    /// <param name="id">Of the row; all that the job knows.</param>
    public Task<string> Run(long id, PerformContext job, CancellationToken ct) => outcomes.Run(job, () => Try(id, job, ct), ct);

    private async Task<JobOutcome> Try(long id, PerformContext job, CancellationToken ct)
    {
        var progress = await provisioner.Run(new ProvisionJobId(id), ct);
        return progress.Stage switch
        {
            ProvisioningStage.Failed => new JobOutcome.Failed(progress.Note, "provisioning", FailureKept),
            ProvisioningStage.Waiting when await queue.IsCurrent(id, job.BackgroundJob.Id, ct) =>
                new JobOutcome.Later($"Try {progress.Attempts}: {progress.Note}", progress.NextRunAt),
            ProvisioningStage.Waiting => new JobOutcome.Nothing("another job has taken over"),
            _ => new JobOutcome.Done(progress.Note.Length > 0 ? progress.Note : "done"),
        };
    }
}
