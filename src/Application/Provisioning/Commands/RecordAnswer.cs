using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>Stores the id in the upstream's reply, to be believed when the host of this id says our name.</summary>
internal sealed record RecordAnswer(JobClaim Claim, string HostId) : ICommand;

internal sealed class RecordAnswerHandler(IProvisionJobs jobs) : ICommandHandler<RecordAnswer>
{
    public async Task<Result> Handle(RecordAnswer command, CancellationToken ct)
    {
        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        job.CreateAnswered(command.HostId);
        return Result.Success;
    }
}
