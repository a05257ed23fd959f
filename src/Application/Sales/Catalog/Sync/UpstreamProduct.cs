namespace VpsPanel.Application.Sales.Catalog.Sync;

public sealed record UpstreamProduct(
    long Id, string Name, int Cpu, int MemoryGb, int DiskGb, int BandwidthMbps, int PortNum, long PriceCents);
