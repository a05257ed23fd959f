using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Queries;

public sealed record ListRegions : IQuery<Listing<RegionView>>;

public sealed record RegionView(long Id, string Code, string Name, bool Active);

internal sealed class ListRegionsHandler(IReadDb db) : IQueryHandler<ListRegions, Listing<RegionView>>
{
    internal static readonly Sql<NoArgs, RegionView> All = new("select id, code, name, active from regions order by id");

    public async Task<Result<Listing<RegionView>>> Handle(ListRegions request, CancellationToken cancellationToken) =>
        new Listing<RegionView>(await db.List(All, NoArgs.Value, cancellationToken));
}
