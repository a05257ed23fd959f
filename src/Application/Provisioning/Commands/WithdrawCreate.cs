using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>The announced call certainly made nothing, so the upstream may be asked again without a wait.</summary>
internal sealed record WithdrawCreate(JobClaim Claim) : ICommand;

internal sealed class WithdrawCreateHandler(IProvisionJobs jobs) : ICommandHandler<WithdrawCreate>
{
    public async Task<Result> Handle(WithdrawCreate command, CancellationToken ct)
    {
        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        job.CreateRefused();
        return Result.Success;
    }
}
