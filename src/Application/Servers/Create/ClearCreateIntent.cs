using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Create;

/// <summary>The announced call certainly made nothing, so the upstream may be asked again without a wait.</summary>
internal sealed record ClearCreateIntent(JobClaim Claim) : ICommand;

internal sealed class ClearCreateIntentHandler(IProvisionJobs jobs) : ICommandHandler<ClearCreateIntent>
{
    public async Task<Result> Handle(ClearCreateIntent command, CancellationToken ct)
    {
        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        job.CreateRefused();
        return Result.Success;
    }
}
