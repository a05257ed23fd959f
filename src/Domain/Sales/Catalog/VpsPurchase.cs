namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>
/// What was bought, as it was when it was bought. The upstream is asked for exactly this, so a later change of the catalog
/// or of the request cannot change what a customer gets for their money.
/// </summary>
/// <param name="LineId">The upstream's line.</param>
/// <param name="Image">The upstream's name of the system image.</param>
/// <param name="Cpu">Cores with add-ons.</param>
/// <param name="MemoryGb">Gigabytes with add-ons.</param>
/// <param name="DiskGb">Gigabytes with add-ons.</param>
/// <param name="BandwidthMbps">Megabits per second with add-ons.</param>
/// <param name="PortNum">NAT ports.</param>
/// <param name="MonthlyPriceCents">Package and add-ons per month at the prices of the purchase, without any cycle discount.</param>
/// <param name="Months">Calendar months bought.</param>
/// <param name="Until">The end that an admin set instead of counting months.</param>
/// <param name="PricedDays">Thirtieths of the monthly price that it costs; 0 where no cycle makes it another price than its time has.</param>
public sealed record VpsPurchase(
    long RegionId,
    string RegionName,
    long PlanGroupId,
    long LineId,
    long PackageId,
    string PackageName,
    long SystemId,
    string Image,
    int Cpu,
    int MemoryGb,
    int DiskGb,
    int BandwidthMbps,
    int PortNum,
    long MonthlyPriceCents,
    int Months,
    DateTimeOffset? Until = null,
    decimal PricedDays = 0)
{
    public StockReservation Place => new(PlanGroupId, PackageId);

    /// <summary>Thirtieths of the monthly price that a period of this length costs.</summary>
    public decimal PriceDays(TimeSpan length)
    {
        if (PricedDays > 0)
            return PricedDays;

        return Until is null ? Math.Max(1, Months) * Pricing.DaysPerMonth : (decimal)length.TotalDays;
    }
}
