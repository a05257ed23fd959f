using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>The VPS that one of the caller's orders bought, in the order of its items.</summary>
public sealed record ListOrderVps(OrderId Order) : IQuery<Listing<VpsView>>;

internal sealed class ListOrderVpsHandler(IReadDb db, VpsPresenter presenter, ICurrentActor actor)
    : IQueryHandler<ListOrderVps, Listing<VpsView>>
{
    private static readonly Sql<OrderArgs, VpsView> OfOrder = new(
        $"""
        {VpsColumns.Select}
        join order_items i on i.id = v.order_item_id
        where i.order_id = @OrderId and v.user_id = @UserId
        order by i.id
        """);

    public async Task<Result<Listing<VpsView>>> Handle(ListOrderVps query, CancellationToken ct)
    {
        var rows = await db.List(OfOrder, new OrderArgs(query.Order.Value, actor.UserId.Value), ct);
        return new Listing<VpsView>(await presenter.Show(rows, withAccess: true, ct));
    }

    internal sealed record OrderArgs(long OrderId, long UserId);
}
