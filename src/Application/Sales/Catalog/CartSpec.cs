using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

/// <summary>The choices of a customer beside the package, as clients write them.</summary>
/// <param name="BillingCycleId">0 for one month without a cycle.</param>
/// <param name="CycleQty">0 or less counts as 1; means nothing without a cycle.</param>
/// <param name="DurationMonths">An answer only: what clients send here is ignored.</param>
[Example("""{"add_cores":1,"add_mem_gb":2,"add_disk_gb":20,"add_bw_mbps":10,"billing_cycle_id":1,"cycle_qty":1,"duration_months":1}""")]
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
