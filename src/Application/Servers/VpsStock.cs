using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

/// <summary>Gives the place of a VPS that is gone back to the stock, by whichever way it went.</summary>
public sealed class VpsStock(IOrders orders, IPackages packages, Reservations stock)
{
    /// <summary>
    /// A VPS that was written down without an order never took a place, and the place of one whose order has not finished it is still the
    /// order's, which can be retried. What is no longer in the catalog has no stock to go back to.
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
            await stock.Release([new StockReservation(package.PlanGroupId.Value, package.Id.Value)], ct);
    }
}
