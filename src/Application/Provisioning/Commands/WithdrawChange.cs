using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>The announced change certainly did not happen, so it may be forgotten or worked out anew.</summary>
internal sealed record WithdrawChange(JobClaim Claim) : ICommand;

internal sealed class WithdrawChangeHandler(IProvisionJobs jobs) : ICommandHandler<WithdrawChange>
{
    public async Task<Result> Handle(WithdrawChange command, CancellationToken ct)
    {
        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        job.ChangeRefused();
        return Result.Success;
    }
}
