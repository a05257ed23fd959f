using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

/// <summary>A line that can be bought at this price now.</summary>
/// <param name="Host">Each of the VPS, add-ons included.</param>
/// <param name="Spec">The choices with the computed cycles and months.</param>
/// <param name="Qty">How many hosts.</param>
/// <param name="Unit">The price of one VPS for all its months.</param>
/// <param name="Total">The price of all hosts.</param>
public sealed record PricedLine(VpsPurchase Host, CartSpec Spec, int Qty, Money Unit, Money Total);
