using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Domain.Servers;

/// <summary>What a period is sold for.</summary>
/// <param name="Item">Null when no order sold it.</param>
/// <param name="PricedDays">Thirtieths of the monthly price.</param>
public sealed record PeriodPrice(OrderItemId? Item, Money Amount, decimal PricedDays);
