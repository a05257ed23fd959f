using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

/// <summary>Commands answer in the same shapes as the lists.</summary>
internal sealed class CatalogMaps : Mappings
{
    public CatalogMaps()
    {
        CreateMap<Region, RegionView>().ConvertUsing(region => new RegionView(region.Id.Value, region.Code, region.Name, region.Active));
        CreateMap<PlanGroup, PlanGroupView>().ConvertUsing(group => View(group));
        CreateMap<Package, PackageView>().ConvertUsing(package => View(package));
        CreateMap<SystemImage, SystemImageView>().ConvertUsing(image => new SystemImageView(
            image.Id.Value, image.ImageId, image.Name, image.Type == null ? "" : WireNames.Of(image.Type.Value), image.Enabled));
        CreateMap<BillingCycle, BillingCycleView>().ConvertUsing(cycle => new BillingCycleView(
            cycle.Id.Value, cycle.Name, cycle.Months, cycle.Multiplier, cycle.MinQty, cycle.MaxQty, cycle.Active, cycle.SortOrder,
            cycle.CreatedAt, cycle.UpdatedAt));
    }

    private static PlanGroupView View(PlanGroup group)
    {
        var (core, memory, disk, bandwidth) = (group.Core, group.Memory, group.Disk, group.Bandwidth);
        return new PlanGroupView(
            group.Id.Value,
            group.RegionId.Value,
            group.Name,
            group.LineId,
            core.UnitPrice,
            memory.UnitPrice,
            disk.UnitPrice,
            bandwidth.UnitPrice,
            core.Min,
            core.Max,
            core.Step,
            memory.Min,
            memory.Max,
            memory.Step,
            disk.Min,
            disk.Max,
            disk.Step,
            bandwidth.Min,
            bandwidth.Max,
            bandwidth.Step,
            group.Active,
            group.Visible,
            group.CapacityRemaining,
            group.SortOrder);
    }

    private static PackageView View(Package package) => new(
        package.Id.Value,
        package.PlanGroupId.Value,
        package.ProductId,
        package.Name,
        package.Cores,
        package.MemoryGb,
        package.DiskGb,
        package.BandwidthMbps,
        package.CpuModel,
        package.MonthlyPrice,
        package.PortNum,
        package.SortOrder,
        package.Active,
        package.Visible,
        package.CapacityRemaining);
}
