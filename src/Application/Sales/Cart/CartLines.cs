using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Sales.Cart;

namespace VpsPanel.Application.Sales.Cart;

/// <summary>Between a stored line and what the catalog is asked about it.</summary>
public static class CartLines
{
    /// <summary>For the price as it is now.</summary>
    public static OrderLineRequest ToRequest(this CartItem item) => new(item.PackageId, item.SystemId, item.Spec(), item.Qty);

    internal static CartSpec Spec(this CartItem item) => new(
        item.AddCores,
        item.AddMemGb,
        item.AddDiskGb,
        item.AddBwMbps,
        item.BillingCycleId.Value,
        item.CycleQty,
        item.DurationMonths);

    internal static CartChoice Choice(this PricedLine line) => new(
        line.Spec.AddOns, new(line.Spec.BillingCycleId), line.Spec.CycleQty, line.Spec.DurationMonths, line.Qty, line.Total);
}
