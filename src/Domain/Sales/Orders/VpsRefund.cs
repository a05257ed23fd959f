namespace VpsPanel.Domain.Sales.Orders;

/// <summary>The owner gives the VPS back for money.</summary>
/// <param name="RefundCents">What they get at most; less when less of their money is left by then.</param>
public sealed record VpsRefund(long RefundCents) : VpsChange;
