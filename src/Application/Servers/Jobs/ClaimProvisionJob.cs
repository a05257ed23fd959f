using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>Takes the job for this worker alone; null when it is not due, or somebody else has it.</summary>
internal sealed record ClaimProvisionJob(ProvisionJobId Id) : ICommand<JobClaim?>;

/// <summary>The right to work on a job until the claim lapses.</summary>
public sealed record JobClaim(ProvisionJobId Job, long Number);

internal sealed class ClaimProvisionJobHandler(IProvisionJobs jobs, ISettings settings, TimeProvider clock)
    : ICommandHandler<ClaimProvisionJob, JobClaim?>
{
    public async Task<Result<JobClaim?>> Handle(ClaimProvisionJob command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await jobs.FindForUpdate(command.Id, ct) is not { } job || !job.IsDue(now))
            return (JobClaim?)null;

        job.Claim(await settings.ClaimLength(ct), now);
        return new JobClaim(job.Id, job.Claims);
    }
}
