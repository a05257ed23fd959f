using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Queries;

/// <summary>Where the history of the caller's order ends now.</summary>
public sealed record GetLastOrderEvent(OrderId Id) : IQuery<long>;

internal sealed class GetLastOrderEventHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<GetLastOrderEvent, long>
{
    private static readonly Sql<Args, End> Last = new(
        "select o.last_event_seq from orders o where o.id = @Id and o.user_id = @UserId and o.kind = 'console'");

    public async Task<Result<long>> Handle(GetLastOrderEvent query, CancellationToken ct) =>
        await db.First(Last, new Args(query.Id.Value, actor.UserId.Value), ct) is { } end ? end.LastEventSeq : OrderErrors.NotFound;

    internal sealed record Args(long Id, long UserId);

    internal sealed record End(long LastEventSeq);
}
