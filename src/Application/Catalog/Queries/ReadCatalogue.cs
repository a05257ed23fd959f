using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Catalog.Queries;

/// <summary>All that a customer chooses from, in one answer.</summary>
public sealed record ReadCatalogue : IQuery<CatalogueView>;

public sealed record CatalogueView(
    IReadOnlyList<RegionView> Regions,
    IReadOnlyList<PlanGroupView> PlanGroups,
    IReadOnlyList<PackageView> Packages,
    IReadOnlyList<SystemImageView> SystemImages,
    IReadOnlyList<BillingCycleView> BillingCycles);

internal sealed class ReadCatalogueHandler(IReadDb db) : IQueryHandler<ReadCatalogue, CatalogueView>
{
    public async Task<Result<CatalogueView>> Handle(ReadCatalogue request, CancellationToken cancellationToken)
    {
        var regions = await db.List(ListRegionsHandler.All, NoArgs.Value, cancellationToken);
        var groups = await db.List(ListPlanGroupsHandler.Matching, new(0, false, true), cancellationToken);
        var packages = await db.List(ListPackagesHandler.Matching, new(0, false, true), cancellationToken);
        var cycles = await db.List(ListBillingCyclesHandler.All, NoArgs.Value, cancellationToken);
        var images = groups.Count == 0
            ? []
            : await db.List(ListSystemImagesHandler.Matching, new(0, 0, false, true), cancellationToken);
        return new CatalogueView(regions, groups, packages, images, cycles);
    }
}
