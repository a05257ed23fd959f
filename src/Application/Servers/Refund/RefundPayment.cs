using System.Text.Json.Nodes;
using VpsPanel.Application.Billing.Settlements;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Refund;

/// <summary>Sends money that was paid for a VPS to its owner's wallet.</summary>
internal sealed class RefundPayment(IOrders orders, Settlement settlement)
{
    /// <summary>
    /// Pays once per item, and never more than what was paid for the VPS and has not gone back. The context was loaded with the wallet.
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
        var refund = new ItemRefund(context.Item.Id.Value, amount, note, meta, reference);
        var paid = await settlement.Refund(context.Order, context.Wallet!, refund, needsReview: false, ct);
        return paid.IsSuccess ? Result.Success : paid.Error;
    }
}
