
namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>What a customer adds to a package.</summary>
public sealed record AddOns(int Cores, int MemoryGb, int DiskGb, int BandwidthMbps)
{
    public static AddOns None { get; } = new(0, 0, 0, 0);
}
