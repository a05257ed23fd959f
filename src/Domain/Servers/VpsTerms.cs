namespace VpsPanel.Domain.Servers;

/// <summary>What an admin decides about a VPS.</summary>
public sealed record VpsTerms(
    long RegionId,
    string Region,
    long LineId,
    long PackageId,
    string PackageName,
    long SystemId,
    int Cpu,
    int MemoryGb,
    int DiskGb,
    int BandwidthMbps,
    int PortNum,
    long MonthlyPriceCents,
    string Spec,
    VpsStatus Status,
    VpsAdminStatus AdminStatus,
    string PanelUrlCache);
