namespace VpsPanel.Domain.Sales.Orders;

/// <summary>An admin's word that an order was paid.</summary>
/// <param name="Method">Null to keep the order's.</param>
/// <param name="FromBalance">The wallet was debited by the whole total, in the same transaction.</param>
public sealed record ManualPayment(string? Method, string? Reference, string? Note, DateTimeOffset PaidAt, bool FromBalance);
