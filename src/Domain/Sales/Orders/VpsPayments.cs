using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>The money of one VPS over all its orders.</summary>
/// <param name="Paid">By items that were carried out.</param>
/// <param name="Refunded">What went back of it, or was promised, on any way.</param>
public sealed record VpsPayments(Money Paid, Money Refunded)
{
    /// <summary>What was paid and has not gone back; never negative.</summary>
    public Money Held => Refunded < Paid ? Paid - Refunded : Money.Zero(Paid.Currency);
}
