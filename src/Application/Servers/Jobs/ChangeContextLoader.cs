using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Sales.VpsOrders;
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

internal sealed class ChangeContextLoader(IOrders orders, IProvisionJobs jobs, IWallets wallets, IVpsRepository vpsRepository)
{
    /// <summary>Holds order, job, wallet and VPS in this order; <c>provisioning.claim_lost</c> when somebody else has the job.</summary>
    public async Task<Result<ChangeContext>> Load(JobClaim claim, bool withWallet, CancellationToken ct)
    {
        if (await jobs.Find(claim.Job, ct) is not { } seen || await orders.FindForUpdate(seen.OrderId, ct) is not { } order)
            return ProvisioningErrors.ClaimLost;

        var job = await jobs.FindForUpdate(claim.Job, ct);
        var item = order.Items.FirstOrDefault(item => item.Id == seen.OrderItemId);
        if (job is null || !job.Holds(claim.Number).IsSuccess || item is not { Change: not null, VpsId: { } id })
            return ProvisioningErrors.ClaimLost;

        var wallet = withWallet ? await wallets.ForUpdate(order.UserId, order.Currency, ct) : null;
        return await vpsRepository.FindForUpdate(id, ct) is { } vps ? new ChangeContext(order, item, job, wallet, vps) : VpsErrors.NotFound;
    }
}
