using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Create;

/// <summary>Stores the id in the upstream's reply, to be believed when the VPS of this id says our name.</summary>
internal sealed record RecordCreateResponse(JobClaim Claim, string HostId) : ICommand;

internal sealed class RecordCreateResponseHandler(IProvisionJobs jobs) : ICommandHandler<RecordCreateResponse>
{
    public async Task<Result> Handle(RecordCreateResponse command, CancellationToken ct)
    {
        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        job.CreateAnswered(command.HostId);
        return Result.Success;
    }
}
