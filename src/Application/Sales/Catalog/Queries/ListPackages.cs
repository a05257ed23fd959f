using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Queries;

/// <param name="PlanGroupId">0 for all plan groups.</param>
/// <param name="Everything">Also what is not on sale, for admins.</param>
public sealed record ListPackages(long PlanGroupId, bool Everything) : IQuery<Listing<PackageView>>;

public sealed record PackageView(
    long Id,
    long PlanGroupId,
    long ProductId,
    string Name,
    int Cores,
    int MemoryGb,
    int DiskGb,
    int BandwidthMbps,
    string CpuModel,
    Yuan MonthlyPrice,
    int PortNum,
    int SortOrder,
    bool Active,
    bool Visible,
    int CapacityRemaining);

internal sealed class ListPackagesHandler(IReadDb db) : IQueryHandler<ListPackages, Listing<PackageView>>
{
    internal static readonly Sql<Args, PackageView> Matching = new(
        """
        select p.id, p.plan_group_id, p.product_id, p.name, p.cores, p.memory_gb, p.disk_gb, p.bandwidth_mbps, p.cpu_model,
               p.monthly_price, p.port_num, p.sort_order, p.active, p.visible, p.capacity_remaining
        from packages p
        join plan_groups g on g.id = p.plan_group_id
        where (@PlanGroupId = 0 or p.plan_group_id = @PlanGroupId)
          and (@Everything = @Yes or (p.active = @Yes and p.visible = @Yes and g.active = @Yes and g.visible = @Yes))
        order by p.sort_order, p.id
        """);

    public async Task<Result<Listing<PackageView>>> Handle(ListPackages request, CancellationToken cancellationToken) =>
        new Listing<PackageView>(await db.List(Matching, new Args(request.PlanGroupId, request.Everything, true), cancellationToken));

    internal sealed record Args(long PlanGroupId, bool Everything, bool Yes);
}
