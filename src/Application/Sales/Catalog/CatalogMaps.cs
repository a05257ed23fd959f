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
        CreateMap<Region, RegionView>();
        CreateMap<Package, PackageView>();
        CreateMap<BillingCycle, BillingCycleView>();
        CreateMap<SystemImage, SystemImageView>()
            .ForCtorParam(nameof(SystemImageView.Type), view => view.MapFrom(image => image.Type == null ? "" : WireNames.Of(image.Type.Value)));
        CreateMap<PlanGroup, PlanGroupView>()
            .ForCtorParam(nameof(PlanGroupView.UnitCore), view => view.MapFrom(group => group.Core.UnitPrice))
            .ForCtorParam(nameof(PlanGroupView.UnitMem), view => view.MapFrom(group => group.Memory.UnitPrice))
            .ForCtorParam(nameof(PlanGroupView.UnitDisk), view => view.MapFrom(group => group.Disk.UnitPrice))
            .ForCtorParam(nameof(PlanGroupView.UnitBw), view => view.MapFrom(group => group.Bandwidth.UnitPrice))
            .ForCtorParam(nameof(PlanGroupView.AddCoreMin), view => view.MapFrom(group => group.Core.Min))
            .ForCtorParam(nameof(PlanGroupView.AddCoreMax), view => view.MapFrom(group => group.Core.Max))
            .ForCtorParam(nameof(PlanGroupView.AddCoreStep), view => view.MapFrom(group => group.Core.Step))
            .ForCtorParam(nameof(PlanGroupView.AddMemMin), view => view.MapFrom(group => group.Memory.Min))
            .ForCtorParam(nameof(PlanGroupView.AddMemMax), view => view.MapFrom(group => group.Memory.Max))
            .ForCtorParam(nameof(PlanGroupView.AddMemStep), view => view.MapFrom(group => group.Memory.Step))
            .ForCtorParam(nameof(PlanGroupView.AddDiskMin), view => view.MapFrom(group => group.Disk.Min))
            .ForCtorParam(nameof(PlanGroupView.AddDiskMax), view => view.MapFrom(group => group.Disk.Max))
            .ForCtorParam(nameof(PlanGroupView.AddDiskStep), view => view.MapFrom(group => group.Disk.Step))
            .ForCtorParam(nameof(PlanGroupView.AddBwMin), view => view.MapFrom(group => group.Bandwidth.Min))
            .ForCtorParam(nameof(PlanGroupView.AddBwMax), view => view.MapFrom(group => group.Bandwidth.Max))
            .ForCtorParam(nameof(PlanGroupView.AddBwStep), view => view.MapFrom(group => group.Bandwidth.Step));
    }
}
