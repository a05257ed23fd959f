namespace VpsPanel.Domain.Sales.Orders;

/// <param name="Days">Beside the months.</param>
/// <param name="IsEmergency">For nothing, on the terms of an emergency.</param>
/// <param name="Months">Months of the calendar.</param>
/// <param name="PricedDays">Thirtieths of the monthly price that it costs.</param>
public sealed record VpsExtension(int Days, bool IsEmergency, int Months = 0, decimal PricedDays = 0) : VpsChange;
