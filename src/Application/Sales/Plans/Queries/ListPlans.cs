using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Plans.Queries;

/// <param name="Search">Part of the name or the description.</param>
/// <param name="Visible">Null for both.</param>
public sealed record ListPlans(string? Search, string? Status, bool? Visible, string? Sort, string? Direction, Paging Paging)
    : IQuery<Page<PlanView>>;

internal sealed class ListPlansHandler(IReadDb db) : IQueryHandler<ListPlans, Page<PlanView>>
{
    private const string Wanted =
        """
        from plans p
        where (@Search is null or lower(p.name) like @Search escape '!' or lower(p.description) like @Search escape '!')
          and (@Status is null or p.status = @Status)
          and (@AnyVisibility = @Yes or p.visible = @Visible)
        """;

    private static readonly Sql<Args, PlanView> Rows = new(
        $"""
        select {PlanView.Columns}
        {Wanted}
        order by case when @SortBy = 'price asc' then p.price_cents end, case when @SortBy = 'price desc' then p.price_cents end desc,
                 case when @SortBy = 'name asc' then p.name end, case when @SortBy = 'name desc' then p.name end desc,
                 case when @SortBy = 'updated asc' then p.updated_at end, case when @SortBy = 'updated desc' then p.updated_at end desc,
                 case when @SortBy = 'place desc' then p.sort_order end desc, p.sort_order, p.id
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    private static readonly SortKeys Keys = new("place", false, "price", "name", "updated");

    public async Task<Result<Page<PlanView>>> Handle(ListPlans query, CancellationToken ct)
    {
        var args = new Args(
            Like.Containing(query.Search),
            query.Status,
            query.Visible is null,
            query.Visible ?? false,
            true,
            Keys.Read(query.Sort, query.Direction),
            query.Paging.Skip,
            query.Paging.Take);
        return await db.Page(Rows, Count, args, ct);
    }

    internal sealed record Args(
        string? Search, string? Status, bool AnyVisibility, bool Visible, bool Yes, string SortBy, int Skip, int Take);
}
