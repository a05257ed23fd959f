using VpsPanel.Application.Hosts;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Provisioning.Commands;
using VpsPanel.Application.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Wallets;

namespace VpsPanel.Application.Provisioning.Work;

/// <summary>All that a step of a change to a host works on, held until the transaction ends.</summary>
internal sealed record Bench(Order Order, OrderItem Item, ProvisionJob Job, Wallet? Wallet, Vps Vps)
{
    public HostChange Change => Item.Change!;

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

internal sealed class Workbench(IOrders orders, IProvisionJobs jobs, IWallets wallets, IVpsStore servers)
{
    /// <summary>Holds order, job, wallet and host in this order; <c>provisioning.claim_lost</c> when somebody else has the job.</summary>
    public async Task<Result<Bench>> Take(JobClaim claim, bool withWallet, CancellationToken ct)
    {
        if (await jobs.Find(claim.Job, ct) is not { } seen || await orders.FindForUpdate(seen.OrderId, ct) is not { } order)
            return ProvisioningErrors.ClaimLost;

        var job = await jobs.FindForUpdate(claim.Job, ct);
        var item = order.Items.FirstOrDefault(item => item.Id == seen.OrderItemId);
        if (job is null || !job.Holds(claim.Number).IsSuccess || item is not { Change: not null, VpsId: { } id })
            return ProvisioningErrors.ClaimLost;

        var wallet = withWallet ? await wallets.ForUpdate(order.UserId, order.Currency, ct) : null;
        return await servers.FindForUpdate(id, ct) is { } vps ? new Bench(order, item, job, wallet, vps) : VpsErrors.NotFound;
    }
}
