using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.VpsOrders.Queries;

/// <summary>What follows in the history of the caller's order, oldest first; at most one page.</summary>
public sealed record ListOrderEvents(OrderId Id, long After) : IQuery<IReadOnlyList<OrderEventView>>
{
    public const int PageSize = 200;
}

internal sealed class ListOrderEventsHandler(
    IReadDb db, ICurrentActor actor)
    : IQueryHandler<ListOrderEvents, IReadOnlyList<OrderEventView>>
{
    private static readonly Sql<Args, OrderEventView> Next = new(
        $"""
        select {OrderColumns.Event}
        from order_events e
        join orders o on o.id = e.order_id
        where e.order_id = @Id and o.user_id = @UserId and e.seq > @After
        order by e.seq offset 0 rows fetch next @Take rows only
        """);

    public async Task<Result<IReadOnlyList<OrderEventView>>> Handle(ListOrderEvents query, CancellationToken ct) =>
        Result.Of(await db.List(Next, new Args(query.Id.Value, actor.UserId.Value, query.After, ListOrderEvents.PageSize), ct));

    internal sealed record Args(long Id, long UserId, long After, int Take);
}
