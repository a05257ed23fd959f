using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Queries;

public sealed record GetMyOrder(OrderId Id) : IQuery<OrderDetail>;

public sealed record OrderDetail(OrderView Order, IReadOnlyList<OrderItemView> Items, IReadOnlyList<OrderPaymentView> Payments);

internal sealed class GetMyOrderHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<GetMyOrder, OrderDetail>
{
    private const string Mine = "o.id = @Id and o.user_id = @UserId and o.kind = 'console'";

    private static readonly Sql<Args, OrderView> Order = new($"select {OrderColumns.Order} from orders o where {Mine}");

    private static readonly Sql<Args, OrderItemView> Items = new(
        $"select {OrderColumns.Item} from order_items i join orders o on o.id = i.order_id where {Mine} order by i.id");

    private static readonly Sql<Args, OrderPaymentView> Payments = new(
        $"select {OrderColumns.Payment} from order_payments p join orders o on o.id = p.order_id where {Mine} order by p.id desc");

    public async Task<Result<OrderDetail>> Handle(GetMyOrder query, CancellationToken ct)
    {
        var (order, items, payments) = await db.Together(Order, Items, Payments, new Args(query.Id.Value, actor.UserId.Value), ct);
        return order is null ? OrderErrors.NotFound : new OrderDetail(order, items, payments);
    }

    internal sealed record Args(long Id, long UserId);
}
