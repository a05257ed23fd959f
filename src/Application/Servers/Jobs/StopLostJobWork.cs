using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>
/// Nobody knows which machine the VPS is. The item fails, and an admin who has linked the VPS again retries it; a change that may have
/// happened already waits for that instead, since it must not be forgotten.
/// </summary>
internal sealed record StopLostJobWork(JobClaim Claim) : ICommand;

internal sealed class StopLostJobWorkHandler(ClaimedJobs jobs, TimeProvider clock) : ICommandHandler<StopLostJobWork>
{
    public async Task<Result> Handle(StopLostJobWork command, CancellationToken ct)
    {
        var held = await jobs.HoldWithOrder(command.Claim, ct);
        if (!held.IsSuccess)
            return held.Error;

        var (order, job) = held.Value;
        if (job.MayBeHalfDone)
        {
            job.Retry(VpsErrors.IdentityLost.Code, clock.GetUtcNow());
            return Result.Success;
        }

        job.Finish(VpsErrors.IdentityLost.Code);
        return order.ItemFailed(job.OrderItemId, "the upstream's id stands for another machine");
    }
}
