using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

/// <summary>Time that can be had now.</summary>
/// <param name="Months">As they were asked for, whatever length they have.</param>
/// <param name="BillingCycleId">0 without a cycle, like <paramref name="CycleQty"/>.</param>
public sealed record RenewalOffer(SoldTime Time, int Months, long BillingCycleId, int CycleQty);
