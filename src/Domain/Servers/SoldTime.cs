namespace VpsPanel.Domain.Servers;

/// <summary>Time as it is sold for a VPS that exists.</summary>
/// <param name="Months">Months of the calendar.</param>
/// <param name="Days">Days beside them.</param>
/// <param name="PricedDays">Thirtieths of the monthly price that it costs.</param>
/// <param name="Field">What in the request asked for it, for errors about its price.</param>
public sealed record SoldTime(int Months, int Days, decimal PricedDays, string Field);
