using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>Takes the next due job for this worker alone; null when there is none.</summary>
/// <param name="Only">Null for jobs of every kind.</param>
internal sealed record ClaimProvisionJob(OrderItemAction? Only) : ICommand<JobClaim?>;

/// <summary>The right to work on a job until the claim lapses.</summary>
public sealed record JobClaim(ProvisionJobId Job, long Number);

internal sealed class ClaimProvisionJobHandler(IProvisionJobs jobs, ISettings settings, TimeProvider clock)
    : ICommandHandler<ClaimProvisionJob, JobClaim?>
{
    public async Task<Result<JobClaim?>> Handle(ClaimProvisionJob command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await jobs.NextDueForUpdate(command.Only, now, ct) is not { } job)
            return (JobClaim?)null;

        job.Claim(await settings.ClaimLength(ct), now);
        return new JobClaim(job.Id, job.Claims);
    }
}
