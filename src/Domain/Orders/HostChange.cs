using System.Text.Json.Serialization;

namespace VpsPanel.Domain.Orders;

/// <summary>What is done to a host that exists, as it was when it was ordered.</summary>
[JsonDerivedType(typeof(HostExtension), "extension")]
[JsonDerivedType(typeof(HostResize), "resize")]
[JsonDerivedType(typeof(HostReturn), "return")]
public abstract record HostChange;

/// <param name="IsEmergency">For nothing, on the terms of an emergency.</param>
public sealed record HostExtension(int Days, bool IsEmergency) : HostChange;

/// <summary>The size that the host shall have, add-ons included, and the add-ons by themselves.</summary>
/// <param name="FromPackageId">The package that it leaves.</param>
/// <param name="MonthlyPriceCents">What a month costs from then on.</param>
/// <param name="RefundCents">What goes back to the owner when it is done.</param>
/// <param name="ScheduledAt">Null for at once.</param>
public sealed record HostResize(
    long FromPackageId,
    long PackageId,
    string PackageName,
    int Cpu,
    int MemoryGb,
    int DiskGb,
    int BandwidthMbps,
    int PortNum,
    int AddCores,
    int AddMemGb,
    int AddDiskGb,
    int AddBwMbps,
    long MonthlyPriceCents,
    long RefundCents,
    DateTimeOffset? ScheduledAt) : HostChange;

/// <summary>The owner gives the host back for money.</summary>
/// <param name="RefundCents">What he gets at most; less when less of his money is left by then.</param>
public sealed record HostReturn(long RefundCents) : HostChange;
