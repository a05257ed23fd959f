using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>The announced change certainly did not happen, so it may be forgotten or worked out anew.</summary>
internal sealed record ClearChangeIntent(JobClaim Claim) : ICommand;

internal sealed class ClearChangeIntentHandler(IProvisionJobs jobs) : ICommandHandler<ClearChangeIntent>
{
    public async Task<Result> Handle(ClearChangeIntent command, CancellationToken ct)
    {
        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        job.ChangeRefused();
        return Result.Success;
    }
}
