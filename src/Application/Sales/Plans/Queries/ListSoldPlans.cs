using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Application.Sales.Plans.Queries;

/// <summary>What customers can buy, in the order that admins chose; the first hundred.</summary>
/// <param name="Search">Part of the name or the description.</param>
public sealed record ListSoldPlans(string? Search) : IQuery<Listing<SoldPlanView>>;

public sealed record SoldPlanView(
    long Id,
    string Name,
    string Description,
    IReadOnlyList<string> Features,
    long PriceCents,
    string Currency,
    int DurationDays,
    long TrafficLimitBytes,
    int DevicesLimit,
    IReadOnlyList<string> Tags,
    [property: WordsOf(typeof(QuotaReset))] string Reset);

internal sealed class ListSoldPlansHandler(IReadDb db) : IQueryHandler<ListSoldPlans, Listing<SoldPlanView>>
{
    private static readonly Sql<Args, SoldPlanView> Rows = new(
        """
        select p.id, p.name, p.description, p.features, p.price_cents, p.currency, p.duration_days, p.traffic_limit_bytes,
               p.devices_limit, p.tags, p.reset
        from plans p
        where p.status = 'active' and p.visible = @Yes
          and (@Search is null or lower(p.name) like @Search escape '!' or lower(p.description) like @Search escape '!')
        order by p.sort_order, p.id
        offset 0 rows fetch next @Take rows only
        """);

    public async Task<Result<Listing<SoldPlanView>>> Handle(ListSoldPlans query, CancellationToken ct) =>
        new Listing<SoldPlanView>(await db.List(Rows, new Args(Like.Containing(query.Search), true, Paging.MaxTake), ct));

    internal sealed record Args(string? Search, bool Yes, int Take);
}
