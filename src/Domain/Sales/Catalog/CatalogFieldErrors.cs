using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

internal static class CatalogFieldErrors
{
    private const int MaxCapacity = 1_000_000;

    /// <summary>An upstream number; 0 means none.</summary>
    public static FieldErrors UpstreamId(this FieldErrors faults, string field, long value) => faults.Range(field, value, 0, int.MaxValue);

    public static FieldErrors Capacity(this FieldErrors faults, int value) =>
        faults.Range("capacity_remaining", value, Stock.Unlimited, MaxCapacity);
}
