using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

internal sealed record ClaimedJob(Order Order, ProvisionJob Job);

/// <summary>Gives the job of a claim to those who still have it: <c>provisioning.claim_lost</c> for all others.</summary>
internal sealed class ClaimedJobs(IOrders orders, IProvisionJobs jobs)
{
    /// <summary>The job, held until the transaction ends.</summary>
    public async Task<Result<ProvisionJob>> Hold(JobClaim claim, CancellationToken ct) =>
        await jobs.FindForUpdate(claim.Job, ct) is { } job && job.Holds(claim.Number).IsSuccess ? job : ProvisioningErrors.ClaimLost;

    /// <summary>Its order and then the job, which is the order in which everybody holds them.</summary>
    public async Task<Result<ClaimedJob>> HoldWithOrder(JobClaim claim, CancellationToken ct)
    {
        if (await jobs.Find(claim.Job, ct) is not { } seen || await orders.FindForUpdate(seen.OrderId, ct) is not { } order)
            return ProvisioningErrors.ClaimLost;

        return (await Hold(claim, ct)).Map(job => new ClaimedJob(order, job));
    }
}
