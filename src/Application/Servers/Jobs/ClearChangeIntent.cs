using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>The announced change certainly did not happen, so it may be forgotten or worked out anew.</summary>
internal sealed record ClearChangeIntent(JobClaim Claim) : ICommand;

internal sealed class ClearChangeIntentHandler(ClaimedJobs jobs) : ICommandHandler<ClearChangeIntent>
{
    public async Task<Result> Handle(ClearChangeIntent command, CancellationToken ct)
    {
        var job = await jobs.Hold(command.Claim, ct);
        if (!job.IsSuccess)
            return job.Error;

        job.Value.ChangeRefused();
        return Result.Success;
    }
}
