using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>This try did not get through; another one follows.</summary>
internal sealed record PostponeJobWork(JobClaim Claim, string Why) : ICommand;

internal sealed class PostponeJobWorkHandler(ClaimedJobs jobs, TimeProvider clock) : ICommandHandler<PostponeJobWork>
{
    public async Task<Result> Handle(PostponeJobWork command, CancellationToken ct)
    {
        var job = await jobs.Hold(command.Claim, ct);
        if (!job.IsSuccess)
            return job.Error;

        job.Value.Retry(command.Why, clock.GetUtcNow());
        return Result.Success;
    }
}
