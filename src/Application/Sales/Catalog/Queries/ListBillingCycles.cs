using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Queries;

public sealed record ListBillingCycles : IQuery<Listing<BillingCycleView>>;

public sealed record BillingCycleView(
    long Id,
    string Name,
    int Months,
    decimal Multiplier,
    int MinQty,
    int MaxQty,
    bool Active,
    int SortOrder,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

internal sealed class ListBillingCyclesHandler(IReadDb db) : IQueryHandler<ListBillingCycles, Listing<BillingCycleView>>
{
    internal static readonly Sql<NoArgs, BillingCycleView> All = new(
        """
        select id, name, months, multiplier, min_qty, max_qty, active, sort_order, created_at, updated_at
        from billing_cycles
        order by sort_order, id
        """);

    public async Task<Result<Listing<BillingCycleView>>> Handle(ListBillingCycles request, CancellationToken cancellationToken) =>
        new Listing<BillingCycleView>(await db.List(All, NoArgs.Value, cancellationToken));
}
