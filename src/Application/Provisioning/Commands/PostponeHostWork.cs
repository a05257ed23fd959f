using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>This try did not get through; another one follows.</summary>
internal sealed record PostponeHostWork(JobClaim Claim, string Why) : ICommand;

internal sealed class PostponeHostWorkHandler(IProvisionJobs jobs, TimeProvider clock) : ICommandHandler<PostponeHostWork>
{
    public async Task<Result> Handle(PostponeHostWork command, CancellationToken ct)
    {
        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        job.Retry(command.Why, clock.GetUtcNow());
        return Result.Success;
    }
}
