using System.Text.Json.Nodes;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Refund;

/// <summary>Gives the owner their money when an admin deletes their VPS.</summary>
public sealed class DeletionRefund(
    RefundCalculator calculator,
    IOrders orders,
    IVpsRepository vpsRepository,
    IWalletOrders walletOrders,
    IWallets wallets,
    ISettings settings,
    TimeProvider clock)
{
    /// <summary>
    /// Call it before the row is held or removed, in the same transaction. The wallet order waits for a review when refunds need
    /// one, and is booked at once otherwise. Its money is taken off the VPS either way, so nothing else can pay it out as well.
    /// </summary>
    /// <returns>Null when nothing is due, or when <c>refund_on_admin_delete</c> is off.</returns>
    public async Task<Result<WalletOrder?>> Grant(Vps vps, string reason, CancellationToken ct)
    {
        if (!await settings.IsOn(RefundSettings.OnAdminDelete, ct) || await orders.FindPayerForUpdate(vps.Id, ct) is not { } payer)
            return (WalletOrder?)null;

        var wallet = await wallets.ForUpdate(vps.UserId, payer.Currency, ct);
        if (await vpsRepository.FindForUpdate(vps.Id, ct) is not { } held)
            return (WalletOrder?)null;

        var due = await calculator.Due(held, ct);
        if (!due.IsPositive)
            return (WalletOrder?)null;

        var asked = WalletOrder.Refund(
            vps.UserId, due, $"refund of {vps.Name}", Meta(vps, reason), LedgerReference.VpsDeletion(vps.Id.Value));
        if (!asked.IsSuccess)
            return asked.Error;

        payer.Refund(payer.Items.First(item => item.VpsId == vps.Id).Id, due);
        await walletOrders.Add(asked.Value, ct);
        if (await settings.IsOn(RefundSettings.RequiresApproval, ct))
            return asked.Value;

        var approved = asked.Value.Approve(Actor.System, wallet, clock.GetUtcNow());
        return approved.IsSuccess ? asked.Value : approved.Error;
    }

    private static string Meta(Vps vps, string reason) => new JsonObject
    {
        ["vps_id"] = vps.Id.Value,
        ["order_item_id"] = vps.OrderItemId?.Value ?? 0,
        ["reason"] = reason,
        ["delete_on_approve"] = false,
        ["trigger"] = "admin_delete",
    }.ToJsonString();
}
