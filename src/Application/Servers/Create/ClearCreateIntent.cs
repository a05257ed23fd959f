using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Create;

/// <summary>The announced call certainly made nothing, so the upstream may be asked again without a wait.</summary>
internal sealed record ClearCreateIntent(JobClaim Claim) : ICommand;

internal sealed class ClearCreateIntentHandler(ClaimedJobs jobs) : ICommandHandler<ClearCreateIntent>
{
    public async Task<Result> Handle(ClearCreateIntent command, CancellationToken ct)
    {
        var job = await jobs.Hold(command.Claim, ct);
        if (!job.IsSuccess)
            return job.Error;

        job.Value.CreateRefused();
        return Result.Success;
    }
}
