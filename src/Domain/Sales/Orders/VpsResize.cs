using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>Another size for a host. The size that it leaves is kept, because the order can be carried out much later.</summary>
/// <param name="MonthlyPriceCents">What a month costs from then on.</param>
/// <param name="RefundCents">What goes back to the owner when it is done.</param>
/// <param name="ScheduledAt">Null for at once.</param>
public sealed record VpsResize(
    long FromPackageId,
    VpsSize From,
    long PackageId,
    string PackageName,
    VpsSize To,
    int PortNum,
    AddOns AddOns,
    long MonthlyPriceCents,
    long RefundCents,
    DateTimeOffset? ScheduledAt) : VpsChange;
