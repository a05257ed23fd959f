using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>What an admin decides about a plan group.</summary>
public sealed record PlanGroupTerms(
    RegionId RegionId,
    string Name,
    long LineId,
    AddOnTerms Core,
    AddOnTerms Memory,
    AddOnTerms Disk,
    AddOnTerms Bandwidth,
    bool Active,
    bool Visible,
    int CapacityRemaining,
    int SortOrder);

/// <summary>Packages on one upstream line, which share unit prices and a stock; also called a line.</summary>
[StreamName("plan_group")]
public sealed class PlanGroup : StockItem<PlanGroupId>
{
    private PlanGroup()
    {
    }

    public RegionId RegionId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The upstream's number of the line; 0 means none yet. Unique otherwise.</summary>
    public long LineId { get; private set; }

    public AddOnTerms Core { get; private set; } = null!;

    public AddOnTerms Memory { get; private set; } = null!;

    public AddOnTerms Disk { get; private set; } = null!;

    public AddOnTerms Bandwidth { get; private set; } = null!;

    public int SortOrder { get; private set; }

    public static Result<PlanGroup> Create(PlanGroupTerms terms)
    {
        var group = new PlanGroup();
        var applied = group.Change(terms);
        return applied.IsSuccess ? group : applied.Error;
    }

    public Result Change(PlanGroupTerms terms)
    {
        if (Check(terms) is { } error)
            return error;

        RegionId = terms.RegionId;
        Name = terms.Name.Trim();
        LineId = terms.LineId;
        Core = terms.Core;
        Memory = terms.Memory;
        Disk = terms.Disk;
        Bandwidth = terms.Bandwidth;
        Active = terms.Active;
        Visible = terms.Visible;
        CapacityRemaining = terms.CapacityRemaining;
        SortOrder = terms.SortOrder;
        Raise(new CatalogChanged());
        return Result.Success;
    }

    /// <summary>Names every dimension whose amount is not sold; null when all are.</summary>
    public Error? Check(AddOns wanted)
    {
        var faults = new FieldErrors();
        foreach (var (field, terms, amount) in new[]
        {
            ("add_cores", Core, wanted.Cores),
            ("add_mem_gb", Memory, wanted.MemoryGb),
            ("add_disk_gb", Disk, wanted.DiskGb),
            ("add_bw_mbps", Bandwidth, wanted.BandwidthMbps),
        })
        {
            if (terms.Validate(amount) is { } complaint)
                faults.Unless(false, field, complaint);
        }

        return faults.Error;
    }

    private static Error? Check(PlanGroupTerms terms)
    {
        var faults = new FieldErrors()
            .Unless(terms.RegionId.Value > 0, "region_id", "is required")
            .Name("name", terms.Name)
            .UpstreamId("line_id", terms.LineId)
            .Capacity(terms.CapacityRemaining)
            .SortOrder(terms.SortOrder);
        foreach (var (field, addOn) in new[]
        {
            ("core", terms.Core), ("mem", terms.Memory), ("disk", terms.Disk), ("bw", terms.Bandwidth),
        })
        {
            faults.Price($"unit_{field}", addOn.UnitPrice)
                .Range($"add_{field}_min", addOn.Min, 0, AddOnTerms.Limit)
                .Range($"add_{field}_max", addOn.Max, 0, AddOnTerms.Limit)
                .Range($"add_{field}_step", addOn.Step, 0, AddOnTerms.Limit)
                .Unless(addOn.Max == 0 || addOn.Max >= addOn.Min, $"add_{field}_max", "must not be below the minimum");
        }

        return faults.Error;
    }
}
