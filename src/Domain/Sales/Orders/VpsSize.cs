namespace VpsPanel.Domain.Sales.Orders;

/// <summary>The size of a VPS, add-ons included.</summary>
public sealed record VpsSize(int Cpu, int MemoryGb, int DiskGb, int BandwidthMbps);
