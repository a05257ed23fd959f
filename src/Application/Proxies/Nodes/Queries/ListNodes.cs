using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Proxies.Nodes.Queries;

/// <param name="Search">Part of the name, the region or the description.</param>
/// <param name="Protocol">Nodes that have a kernel for it.</param>
public sealed record ListNodes(string? Search, string? Status, string? Protocol, string? Sort, string? Direction, Paging Paging)
    : IQuery<Page<NodeView>>;

internal sealed class ListNodesHandler(IReadDb db) : IQueryHandler<ListNodes, Page<NodeView>>
{
    private const string Wanted =
        """
        from nodes n
        where (@Search is null or lower(n.name) like @Search escape '!' or lower(n.region) like @Search escape '!'
            or lower(n.description) like @Search escape '!')
          and (@Status is null or n.status = @Status)
          and (@Protocol is null or exists (select 1 from node_kernels k where k.node_id = n.id and k.protocol = @Protocol))
        """;

    private static readonly Sql<Args, NodeView> Rows = new(
        $"""
        select n.id, n.name, n.region, n.country, n.isp, n.status, n.tags, n.protocols, n.capacity_mbps, n.description,
               n.last_synced_at, n.updated_at
        {Wanted}
        order by case when @SortBy = 'name asc' then n.name end, case when @SortBy = 'name desc' then n.name end desc,
                 case when @SortBy = 'region asc' then n.region end, case when @SortBy = 'region desc' then n.region end desc,
                 case when @SortBy = 'last_synced_at asc' then coalesce(n.last_synced_at, @Never) end,
                 case when @SortBy = 'last_synced_at desc' then coalesce(n.last_synced_at, @Never) end desc,
                 case when @SortBy = 'capacity_mbps asc' then n.capacity_mbps end,
                 case when @SortBy = 'capacity_mbps desc' then n.capacity_mbps end desc,
                 case when @SortBy = 'updated_at asc' then n.updated_at end, n.updated_at desc, n.id
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    private static readonly SortKeys Keys = new("updated_at", true, "name", "region", "last_synced_at", "capacity_mbps");

    public async Task<Result<Page<NodeView>>> Handle(ListNodes query, CancellationToken ct)
    {
        var args = new Args(
            Like.Containing(query.Search),
            query.Status,
            query.Protocol,
            DateTimeOffset.UnixEpoch,
            Keys.Read(query.Sort, query.Direction),
            query.Paging.Skip,
            query.Paging.Take);
        return await db.Page(Rows, Count, args, ct);
    }

    internal sealed record Args(string? Search, string? Status, string? Protocol, DateTimeOffset Never, string SortBy, int Skip, int Take);
}
