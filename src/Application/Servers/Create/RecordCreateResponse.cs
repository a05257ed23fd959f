using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Create;

/// <summary>Stores the id in the upstream's reply, to be believed when the VPS of this id says our name.</summary>
internal sealed record RecordCreateResponse(JobClaim Claim, string HostId) : ICommand;

internal sealed class RecordCreateResponseHandler(ClaimedJobs jobs) : ICommandHandler<RecordCreateResponse>
{
    public async Task<Result> Handle(RecordCreateResponse command, CancellationToken ct)
    {
        var job = await jobs.Hold(command.Claim, ct);
        if (!job.IsSuccess)
            return job.Error;

        job.Value.CreateAnswered(command.HostId);
        return Result.Success;
    }
}
