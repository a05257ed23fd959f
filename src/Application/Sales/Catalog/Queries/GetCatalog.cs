using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Queries;

/// <summary>All that a customer chooses from, in one answer.</summary>
public sealed record GetCatalog : IQuery<CatalogView>;

public sealed record CatalogView(
    IReadOnlyList<RegionView> Regions,
    IReadOnlyList<PlanGroupView> PlanGroups,
    IReadOnlyList<PackageView> Packages,
    IReadOnlyList<SystemImageView> SystemImages,
    IReadOnlyList<BillingCycleView> BillingCycles);

internal sealed class GetCatalogHandler(IReadDb db) : IQueryHandler<GetCatalog, CatalogView>
{
    public async Task<Result<CatalogView>> Handle(GetCatalog request, CancellationToken cancellationToken)
    {
        var regions = await db.List(ListRegionsHandler.All, NoArgs.Value, cancellationToken);
        var groups = await db.List(ListPlanGroupsHandler.Matching, new(0, false, true), cancellationToken);
        var packages = await db.List(ListPackagesHandler.Matching, new(0, false, true), cancellationToken);
        var cycles = await db.List(ListBillingCyclesHandler.All, NoArgs.Value, cancellationToken);
        var images = groups.Count == 0
            ? []
            : await db.List(ListSystemImagesHandler.Matching, new(0, 0, false, true), cancellationToken);
        return new CatalogView(regions, groups, packages, images, cycles);
    }
}
