using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>All that a step of a change to a VPS works on, held until the transaction ends.</summary>
internal sealed record ChangeContext(Order Order, OrderItem Item, ProvisionJob Job, Wallet? Wallet, Vps Vps)
{
    public VpsChange Change => Item.Change!;

    /// <summary>The work ends badly; somebody has to look.</summary>
    public Result Fail(string why)
    {
        Job.Finish(why);
        return Order.ItemFailed(Item.Id, why);
    }

    public Result Done()
    {
        Job.Finish(null);
        return Order.ItemDone(Item.Id, null);
    }
}

internal sealed class ChangeContextLoader(ClaimedJobs jobs, IWallets wallets, IVpsRepository vpsRepository)
{
    /// <summary>Holds order, job, wallet and VPS in this order; <c>provisioning.claim_lost</c> when somebody else has the job.</summary>
    public async Task<Result<ChangeContext>> Load(JobClaim claim, bool withWallet, CancellationToken ct)
    {
        var held = await jobs.HoldWithOrder(claim, ct);
        if (!held.IsSuccess)
            return held.Error;

        var (order, job) = held.Value;
        if (order.Items.FirstOrDefault(item => item.Id == job.OrderItemId) is not { Change: not null, VpsId: { } id } item)
            return ProvisioningErrors.ClaimLost;

        var wallet = withWallet ? await wallets.ForUpdate(order.UserId, order.Currency, ct) : null;
        return await vpsRepository.FindForUpdate(id, ct) is { } vps ? new ChangeContext(order, item, job, wallet, vps) : VpsErrors.NotFound;
    }
}
