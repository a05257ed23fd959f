using System.Text.Json.Serialization;
using VpsPanel.Domain.Catalog;

namespace VpsPanel.Domain.Orders;

/// <summary>What is done to a host that exists, as it was when it was ordered.</summary>
[JsonDerivedType(typeof(HostExtension), "extension")]
[JsonDerivedType(typeof(HostResize), "resize")]
[JsonDerivedType(typeof(HostReturn), "return")]
public abstract record HostChange;

/// <param name="Days">Beside the months.</param>
/// <param name="IsEmergency">For nothing, on the terms of an emergency.</param>
/// <param name="Months">Months of the calendar.</param>
/// <param name="PricedDays">Thirtieths of the monthly price that it costs.</param>
public sealed record HostExtension(int Days, bool IsEmergency, int Months = 0, decimal PricedDays = 0) : HostChange;

/// <summary>The size of a host, add-ons included.</summary>
public sealed record HostShape(int Cpu, int MemoryGb, int DiskGb, int BandwidthMbps);

/// <summary>Another size for a host. The size that it leaves is kept, because the order can be carried out much later.</summary>
/// <param name="MonthlyPriceCents">What a month costs from then on.</param>
/// <param name="RefundCents">What goes back to the owner when it is done.</param>
/// <param name="ScheduledAt">Null for at once.</param>
public sealed record HostResize(
    long FromPackageId,
    HostShape From,
    long PackageId,
    string PackageName,
    HostShape To,
    int PortNum,
    AddOns AddOns,
    long MonthlyPriceCents,
    long RefundCents,
    DateTimeOffset? ScheduledAt) : HostChange;

/// <summary>The owner gives the host back for money.</summary>
/// <param name="RefundCents">What he gets at most; less when less of his money is left by then.</param>
public sealed record HostReturn(long RefundCents) : HostChange;
