using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

/// <summary>The choices of a customer beside the package, as clients write them.</summary>
/// <param name="BillingCycleId">0 for one month without a cycle.</param>
/// <param name="CycleQty">0 or less counts as 1; means nothing without a cycle.</param>
/// <param name="DurationMonths">An answer only: what clients send here is ignored.</param>
public sealed record CartSpec(
    int AddCores = 0,
    int AddMemGb = 0,
    int AddDiskGb = 0,
    int AddBwMbps = 0,
    long BillingCycleId = 0,
    int CycleQty = 0,
    int DurationMonths = 0)
{
    internal AddOns AddOns => new(AddCores, AddMemGb, AddDiskGb, AddBwMbps);
}
