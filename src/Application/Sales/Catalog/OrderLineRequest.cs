using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

/// <summary>What a customer wants to buy.</summary>
/// <param name="Qty">How many VPS; 0 or less counts as 1.</param>
public sealed record OrderLineRequest(PackageId PackageId, SystemImageId SystemId, CartSpec? Spec, int Qty);
