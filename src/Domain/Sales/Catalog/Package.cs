using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>What an admin decides about a package.</summary>
public sealed record PackageTerms(
    PlanGroupId PlanGroupId,
    long ProductId,
    string Name,
    int Cores,
    int MemoryGb,
    int DiskGb,
    int BandwidthMbps,
    string CpuModel,
    Money MonthlyPrice,
    int PortNum,
    int SortOrder,
    bool Active,
    bool Visible,
    int CapacityRemaining);

/// <summary>A size of VPS at a monthly price.</summary>
[StreamName("package")]
public sealed class Package : StockItem<PackageId>
{
    private const int MaxSize = 1_000_000;

    private Package()
    {
    }

    public PlanGroupId PlanGroupId { get; private set; }

    /// <summary>The upstream's number of the product; 0 means none. Unique in the group otherwise.</summary>
    public long ProductId { get; private set; }

    public string Name { get; private set; } = "";

    public int Cores { get; private set; }

    public int MemoryGb { get; private set; }

    public int DiskGb { get; private set; }

    public int BandwidthMbps { get; private set; }

    public string CpuModel { get; private set; } = "";

    public Money MonthlyPrice { get; private set; }

    public int PortNum { get; private set; }

    public int SortOrder { get; private set; }

    public static Result<Package> Create(PackageTerms terms)
    {
        var package = new Package();
        var applied = package.Change(terms);
        return applied.IsSuccess ? package : applied.Error;
    }

    public Result Change(PackageTerms terms)
    {
        if (Check(terms) is { } error)
            return error;

        PlanGroupId = terms.PlanGroupId;
        ProductId = terms.ProductId;
        Name = terms.Name.Trim();
        Cores = terms.Cores;
        MemoryGb = terms.MemoryGb;
        DiskGb = terms.DiskGb;
        BandwidthMbps = terms.BandwidthMbps;
        CpuModel = terms.CpuModel.Trim();
        MonthlyPrice = terms.MonthlyPrice;
        PortNum = terms.PortNum;
        SortOrder = terms.SortOrder;
        Active = terms.Active;
        Visible = terms.Visible;
        CapacityRemaining = terms.CapacityRemaining;
        Raise(new CatalogChanged());
        return Result.Success;
    }

    private static Error? Check(PackageTerms terms) => new FieldErrors()
        .Unless(terms.PlanGroupId.Value > 0, "plan_group_id", "is required")
        .UpstreamId("product_id", terms.ProductId)
        .Name("name", terms.Name)
        .Range("cores", terms.Cores, 0, MaxSize)
        .Range("memory_gb", terms.MemoryGb, 0, MaxSize)
        .Range("disk_gb", terms.DiskGb, 0, MaxSize)
        .Range("bandwidth_mbps", terms.BandwidthMbps, 0, MaxSize)
        .Text("cpu_model", terms.CpuModel, 128)
        .Price("monthly_price", terms.MonthlyPrice)
        .Range("port_num", terms.PortNum, 0, ushort.MaxValue)
        .SortOrder(terms.SortOrder)
        .Capacity(terms.CapacityRemaining)
        .Error;
}
