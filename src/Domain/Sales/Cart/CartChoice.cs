using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Domain.Sales.Cart;

/// <summary>What a customer chose beside package and image, and what it came to.</summary>
public sealed record CartChoice(AddOns AddOns, BillingCycleId BillingCycleId, int CycleQty, int DurationMonths, int Qty, Money Amount);
