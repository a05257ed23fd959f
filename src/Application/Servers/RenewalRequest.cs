namespace VpsPanel.Application.Servers;

/// <summary>How much more time an owner wants.</summary>
/// <param name="BillingCycleId">Counts when above 0; then the months, where they are given, must be the cycle's.</param>
/// <param name="CycleQty">0 or less counts as 1; means nothing without a cycle.</param>
/// <param name="Months">Counts when above 0.</param>
/// <param name="Days">Counts otherwise.</param>
public sealed record RenewalRequest(long BillingCycleId, int CycleQty, int Months, int Days);
