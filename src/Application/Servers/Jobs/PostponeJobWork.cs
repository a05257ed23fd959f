using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>This try did not get through; another one follows.</summary>
internal sealed record PostponeJobWork(JobClaim Claim, string Why) : ICommand;

internal sealed class PostponeJobWorkHandler(IProvisionJobs jobs, TimeProvider clock) : ICommandHandler<PostponeJobWork>
{
    public async Task<Result> Handle(PostponeJobWork command, CancellationToken ct)
    {
        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        job.Retry(command.Why, clock.GetUtcNow());
        return Result.Success;
    }
}
