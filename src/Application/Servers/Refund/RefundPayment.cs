using System.Text.Json.Nodes;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Refund;

/// <summary>Sends money that was paid for a VPS to its owner's wallet.</summary>
internal sealed class RefundPayment(IOrders orders, IWalletOrders walletOrders, TimeProvider clock)
{
    /// <summary>
    /// Pays once per item, and never more than what was paid for the VPS and has not gone back. The bench was taken with the wallet.
    /// </summary>
    public async Task<Result> Pay(ChangeContext context, Money atMost, LedgerReference reference, string note, CancellationToken ct)
    {
        if (context.Item.RefundedCents > 0)
            return Result.Success;

        var held = (await orders.PaymentsFor(context.Vps.Id, ct)).Held;
        var amount = held < atMost ? held : atMost;
        if (!amount.IsPositive)
            return Result.Success;

        var meta = new JsonObject { ["vps_id"] = context.Vps.Id.Value, ["order_id"] = context.Order.Id.Value }.ToJsonString();
        var asked = WalletOrder.Refund(context.Vps.UserId, amount, note, meta, reference);
        if (!asked.IsSuccess)
            return asked.Error;

        await walletOrders.Add(asked.Value, ct);
        context.Order.Refund(context.Item.Id, amount);
        return asked.Value.Approve(Actor.System, context.Wallet!, clock.GetUtcNow());
    }
}
