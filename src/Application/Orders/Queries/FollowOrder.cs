using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Orders.Queries;

/// <summary>Where the history of the caller's order ends now.</summary>
public sealed record FindEndOfHistory(OrderId Id) : IQuery<long>;

/// <summary>What follows in the history of the caller's order, oldest first; at most one page.</summary>
public sealed record ReadHistory(OrderId Id, long After) : IQuery<IReadOnlyList<OrderEventView>>
{
    public const int PageSize = 200;
}

internal sealed class FindEndOfHistoryHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<FindEndOfHistory, long>
{
    private static readonly Sql<Args, End> Last = new(
        "select o.last_event_seq from orders o where o.id = @Id and o.user_id = @UserId and o.kind = 'console'");

    public async Task<Result<long>> Handle(FindEndOfHistory query, CancellationToken ct) =>
        await db.First(Last, new Args(query.Id.Value, actor.UserId.Value), ct) is { } end ? end.LastEventSeq : OrderErrors.NotFound;

    internal sealed record Args(long Id, long UserId);

    internal sealed record End(long LastEventSeq);
}

internal sealed class ReadHistoryHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<ReadHistory, IReadOnlyList<OrderEventView>>
{
    private static readonly Sql<Args, OrderEventView> Next = new(
        $"""
        select {OrderColumns.Event}
        from order_events e
        join orders o on o.id = e.order_id
        where e.order_id = @Id and o.user_id = @UserId and e.seq > @After
        order by e.seq offset 0 rows fetch next @Take rows only
        """);

    public async Task<Result<IReadOnlyList<OrderEventView>>> Handle(ReadHistory query, CancellationToken ct) =>
        Result.Of(await db.List(Next, new Args(query.Id.Value, actor.UserId.Value, query.After, ReadHistory.PageSize), ct));

    internal sealed record Args(long Id, long UserId, long After, int Take);
}
