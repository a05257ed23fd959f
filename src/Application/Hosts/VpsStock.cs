using VpsPanel.Application.Catalog;
using VpsPanel.Application.Orders;
using VpsPanel.Domain.Catalog;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Hosts;

/// <summary>Gives the place of a VPS that is gone back to the stock, by whichever way it went.</summary>
public sealed class VpsStock(IOrders orders, IPackages packages, Reservations stock)
{
    /// <summary>
    /// A VPS that was written down without an order never took a place, and the place of one whose order has not finished it is still the
    /// order's, which can be retried. What is no longer in the catalogue has no stock to go back to.
    /// </summary>
    public async Task Release(Vps vps, CancellationToken ct)
    {
        if (vps.OrderItemId is not { } id)
            return;

        var item = (await orders.FindByItem(id, ct))?.Items.FirstOrDefault(item => item.Id == id);
        if (item is { Status: OrderItemStatus.Active })
            await ReleaseWithOrder(vps, ct);
    }

    /// <summary>The order that made the VPS is gone as well, and left the place to it.</summary>
    public async Task ReleaseWithOrder(Vps vps, CancellationToken ct)
    {
        if (await packages.Find(new PackageId(vps.PackageId), ct) is { } package)
            await stock.GiveBack([new StockPlace(package.PlanGroupId.Value, package.Id.Value)], ct);
    }
}
