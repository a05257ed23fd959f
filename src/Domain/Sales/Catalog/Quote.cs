using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>What one VPS costs.</summary>
/// <param name="Monthly">The package with its add-ons for a month, before any cycle.</param>
/// <param name="Unit">What is paid now for one host.</param>
/// <param name="Months">How long that lasts.</param>
/// <param name="Cycles">How many cycles were counted.</param>
/// <param name="PricedDays">Thirtieths of the monthly price that are paid: 300 for ten monthly prices.</param>
public sealed record Quote(Money Monthly, Money Unit, int Months, int Cycles, decimal PricedDays);
