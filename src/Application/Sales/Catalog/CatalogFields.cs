using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

// Forms as admins send them. What is missing keeps its value, or is the zero value of something new.

public sealed record RegionFields(string? Code = null, string? Name = null, bool? Active = null)
{
    internal RegionTerms Over(Region? region) =>
        new(Code ?? region?.Code ?? "", Name ?? region?.Name ?? "", Active ?? region?.Active ?? false);
}

public sealed record PlanGroupFields(
    long? RegionId = null,
    string? Name = null,
    long? LineId = null,
    Yuan? UnitCore = null,
    Yuan? UnitMem = null,
    Yuan? UnitDisk = null,
    Yuan? UnitBw = null,
    int? AddCoreMin = null,
    int? AddCoreMax = null,
    int? AddCoreStep = null,
    int? AddMemMin = null,
    int? AddMemMax = null,
    int? AddMemStep = null,
    int? AddDiskMin = null,
    int? AddDiskMax = null,
    int? AddDiskStep = null,
    int? AddBwMin = null,
    int? AddBwMax = null,
    int? AddBwStep = null,
    bool? Active = null,
    bool? Visible = null,
    int? CapacityRemaining = null,
    int? SortOrder = null)
{
    internal PlanGroupTerms Over(PlanGroup? group) => new(
        RegionId is { } region ? new RegionId(region) : group?.RegionId ?? default,
        Name ?? group?.Name ?? "",
        LineId ?? group?.LineId ?? 0,
        AddOn(group?.Core, UnitCore, AddCoreMin, AddCoreMax, AddCoreStep),
        AddOn(group?.Memory, UnitMem, AddMemMin, AddMemMax, AddMemStep),
        AddOn(group?.Disk, UnitDisk, AddDiskMin, AddDiskMax, AddDiskStep),
        AddOn(group?.Bandwidth, UnitBw, AddBwMin, AddBwMax, AddBwStep),
        Active ?? group?.Active ?? false,
        Visible ?? group?.Visible ?? false,
        CapacityRemaining ?? group?.CapacityRemaining ?? 0,
        SortOrder ?? group?.SortOrder ?? 0);

    private static AddOnTerms AddOn(AddOnTerms? old, Yuan? unit, int? min, int? max, int? step) => new(
        unit is { } price ? Money.Yuan(price.Cents) : old?.UnitPrice ?? Money.Yuan(0),
        min ?? old?.Min ?? 0,
        max ?? old?.Max ?? 0,
        step ?? old?.Step ?? 0);
}

/// <param name="CapacityRemaining">A new package without it has no stock of its own and sells what its plan group has.</param>
public sealed record PackageFields(
    long? PlanGroupId = null,
    long? ProductId = null,
    string? Name = null,
    int? Cores = null,
    int? MemoryGb = null,
    int? DiskGb = null,
    int? BandwidthMbps = null,
    string? CpuModel = null,
    Yuan? MonthlyPrice = null,
    int? PortNum = null,
    int? SortOrder = null,
    bool? Active = null,
    bool? Visible = null,
    int? CapacityRemaining = null)
{
    internal PackageTerms Over(Package? package) => new(
        PlanGroupId is { } group ? new PlanGroupId(group) : package?.PlanGroupId ?? default,
        ProductId ?? package?.ProductId ?? 0,
        Name ?? package?.Name ?? "",
        Cores ?? package?.Cores ?? 0,
        MemoryGb ?? package?.MemoryGb ?? 0,
        DiskGb ?? package?.DiskGb ?? 0,
        BandwidthMbps ?? package?.BandwidthMbps ?? 0,
        CpuModel ?? package?.CpuModel ?? "",
        MonthlyPrice is { } price ? Money.Yuan(price.Cents) : package?.MonthlyPrice ?? Money.Yuan(0),
        PortNum ?? package?.PortNum ?? 0,
        SortOrder ?? package?.SortOrder ?? 0,
        Active ?? package?.Active ?? false,
        Visible ?? package?.Visible ?? false,
        CapacityRemaining ?? package?.CapacityRemaining ?? Stock.Unlimited);
}

/// <param name="Type"><c>linux</c>, <c>windows</c>, or empty for neither.</param>
public sealed record SystemImageFields(long? ImageId = null, string? Name = null, [property: WordsOf(typeof(SystemImageType))] string? Type = null, bool? Enabled = null)
{
    internal Result<SystemImageTerms> Over(SystemImage? image)
    {
        var type = image?.Type;
        if (Type is not null)
        {
            if (WireNames.TryParse<SystemImageType>(Type, out var named))
                type = named;
            else if (string.IsNullOrWhiteSpace(Type))
                type = null;
            else
                return Error.Validation("type", "type must be linux, windows or empty");
        }

        return new SystemImageTerms(ImageId ?? image?.ImageId ?? 0, Name ?? image?.Name ?? "", type, Enabled ?? image?.Enabled ?? false);
    }
}

public sealed record BillingCycleFields(
    string? Name = null,
    int? Months = null,
    decimal? Multiplier = null,
    int? MinQty = null,
    int? MaxQty = null,
    bool? Active = null,
    int? SortOrder = null)
{
    internal BillingCycleTerms Over(BillingCycle? cycle) => new(
        Name ?? cycle?.Name ?? "",
        Months ?? cycle?.Months ?? 0,
        Multiplier ?? cycle?.Multiplier ?? 0,
        MinQty ?? cycle?.MinQty ?? 0,
        MaxQty ?? cycle?.MaxQty ?? 0,
        Active ?? cycle?.Active ?? false,
        SortOrder ?? cycle?.SortOrder ?? 0);
}
