using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Catalog;

internal static class CatalogFaults
{
    private const int MaxCapacity = 1_000_000;

    /// <summary>An upstream number; 0 means none.</summary>
    public static Faults UpstreamId(this Faults faults, string field, long value) => faults.Range(field, value, 0, int.MaxValue);

    public static Faults Capacity(this Faults faults, int value) => faults.Range("capacity_remaining", value, Stock.Unlimited, MaxCapacity);
}
