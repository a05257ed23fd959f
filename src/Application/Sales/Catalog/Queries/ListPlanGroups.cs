using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Queries;

/// <param name="RegionId">0 for all regions.</param>
/// <param name="Everything">Also what is not on sale, for admins.</param>
public sealed record ListPlanGroups(long RegionId, bool Everything) : IQuery<Listing<PlanGroupView>>;

public sealed record PlanGroupView(
    long Id,
    long RegionId,
    string Name,
    long LineId,
    Yuan UnitCore,
    Yuan UnitMem,
    Yuan UnitDisk,
    Yuan UnitBw,
    int AddCoreMin,
    int AddCoreMax,
    int AddCoreStep,
    int AddMemMin,
    int AddMemMax,
    int AddMemStep,
    int AddDiskMin,
    int AddDiskMax,
    int AddDiskStep,
    int AddBwMin,
    int AddBwMax,
    int AddBwStep,
    bool Active,
    bool Visible,
    int CapacityRemaining,
    int SortOrder);

internal sealed class ListPlanGroupsHandler(IReadDb db) : IQueryHandler<ListPlanGroups, Listing<PlanGroupView>>
{
    internal static readonly Sql<Args, PlanGroupView> Matching = new(
        """
        select id, region_id, name, line_id, unit_core, unit_mem, unit_disk, unit_bw,
               add_core_min, add_core_max, add_core_step, add_mem_min, add_mem_max, add_mem_step,
               add_disk_min, add_disk_max, add_disk_step, add_bw_min, add_bw_max, add_bw_step,
               active, visible, capacity_remaining, sort_order
        from plan_groups
        where (@RegionId = 0 or region_id = @RegionId)
          and (@Everything = @Yes or (active = @Yes and visible = @Yes))
        order by sort_order, id
        """);

    public async Task<Result<Listing<PlanGroupView>>> Handle(ListPlanGroups request, CancellationToken cancellationToken) =>
        new Listing<PlanGroupView>(await db.List(Matching, new Args(request.RegionId, request.Everything, true), cancellationToken));

    internal sealed record Args(long RegionId, bool Everything, bool Yes);
}
