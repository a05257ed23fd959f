using System.Text.Json.Nodes;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Wallets;

namespace VpsPanel.Application.Provisioning.Work;

/// <summary>Sends money that was paid for a host to its owner's wallet.</summary>
internal sealed class Payback(IOrders orders, IWalletOrders walletOrders, TimeProvider clock)
{
    /// <summary>
    /// Pays once per item, and never more than what was paid for the host and has not gone back. The bench was taken with the wallet.
    /// </summary>
    public async Task<Result> Pay(Bench bench, Money atMost, Cause cause, string note, CancellationToken ct)
    {
        if (bench.Item.RefundedCents > 0)
            return Result.Success;

        var held = await orders.HeldFor(bench.Vps.Id, ct);
        var amount = held < atMost ? held : atMost;
        if (!amount.IsPositive)
            return Result.Success;

        var meta = new JsonObject { ["vps_id"] = bench.Vps.Id.Value, ["order_id"] = bench.Order.Id.Value }.ToJsonString();
        var asked = WalletOrder.Refund(bench.Vps.UserId, amount, note, meta, cause);
        if (!asked.IsSuccess)
            return asked.Error;

        await walletOrders.Add(asked.Value, ct);
        bench.Order.Refund(bench.Item.Id, amount);
        return asked.Value.Approve(Actor.System, bench.Wallet!, clock.GetUtcNow());
    }
}
