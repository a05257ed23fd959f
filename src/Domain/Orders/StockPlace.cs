namespace VpsPanel.Domain.Orders;

/// <summary>One host's place in the stock.</summary>
/// <param name="PlanGroupId">Null when the host has its place there already and only moves to another package.</param>
public sealed record StockPlace(long? PlanGroupId, long PackageId);
