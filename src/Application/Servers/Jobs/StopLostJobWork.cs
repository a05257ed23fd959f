using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>
/// Nobody knows which machine the VPS is. The item fails, and an admin who has linked the VPS again retries it; a change that may have
/// happened already waits for that instead, since it must not be forgotten.
/// </summary>
internal sealed record StopLostJobWork(JobClaim Claim) : ICommand;

internal sealed class StopLostJobWorkHandler(IOrders orders, IProvisionJobs jobs, TimeProvider clock) : ICommandHandler<StopLostJobWork>
{
    public async Task<Result> Handle(StopLostJobWork command, CancellationToken ct)
    {
        if (await jobs.Find(command.Claim.Job, ct) is not { } seen || await orders.FindForUpdate(seen.OrderId, ct) is not { } order)
            return ProvisioningErrors.ClaimLost;

        if (await jobs.FindForUpdate(command.Claim.Job, ct) is not { } job || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        if (job.MayBeHalfDone)
        {
            job.Retry(VpsErrors.IdentityLost.Code, clock.GetUtcNow());
            return Result.Success;
        }

        job.Finish(VpsErrors.IdentityLost.Code);
        return order.ItemFailed(job.OrderItemId, "the upstream's id stands for another machine");
    }
}
