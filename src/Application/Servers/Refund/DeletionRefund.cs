using System.Text.Json.Nodes;
using VpsPanel.Application.Billing.Settlements;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Refund;

/// <summary>Gives the owner their money when an admin deletes their VPS.</summary>
internal sealed class DeletionRefund(
    RefundCalculator calculator,
    IOrders orders,
    IVpsRepository vpsRepository,
    IWallets wallets,
    Settlement settlement,
    ISettings settings)
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

        var item = payer.Items.First(item => item.VpsId == vps.Id);
        var refund = new ItemRefund(
            item.Id.Value, due, $"refund of {vps.Name}", Meta(vps, reason), LedgerReference.VpsDeletion(vps.Id.Value));
        var granted = await settlement.Refund(payer, wallet, refund, await settings.IsOn(RefundSettings.RequiresApproval, ct), ct);
        return granted.IsSuccess ? granted.Value : granted.Error;
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
