using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

/// <summary>A package with what it is sold with.</summary>
public sealed record Offer(Package Package, PlanGroup Group, Region Region, SystemImage? Image, BillingCycle? Cycle);
