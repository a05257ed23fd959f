namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>One VPS's place in the stock.</summary>
/// <param name="PlanGroupId">Null when the VPS has its place there already and only moves to another package.</param>
public sealed record StockReservation(long? PlanGroupId, long PackageId);
