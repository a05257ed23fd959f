using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Queries;

/// <summary>Any order, with the beginning of its history, for admins.</summary>
public sealed record GetOrder(OrderId Id) : IQuery<AdminOrderDetail>;

public sealed record AdminOrderDetail(
    OrderView Order, IReadOnlyList<OrderItemView> Items, IReadOnlyList<OrderPaymentView> Payments, IReadOnlyList<OrderEventView> Events);

internal sealed class GetOrderHandler(IReadDb db) : IQueryHandler<GetOrder, AdminOrderDetail>
{
    private const int MaxEvents = 200;

    private static readonly Sql<Args, OrderView> Order = new(
        $"select {OrderColumns.Order} from orders o where o.id = @Id and o.kind = 'console'");

    private static readonly Sql<Args, OrderItemView> Items = new(
        $"select {OrderColumns.Item} from order_items i where i.order_id = @Id order by i.id");

    private static readonly Sql<Args, OrderPaymentView> Payments = new(
        $"select {OrderColumns.Payment} from order_payments p join orders o on o.id = p.order_id where o.id = @Id order by p.id desc");

    private static readonly Sql<Args, OrderEventView> Events = new(
        $"select {OrderColumns.Event} from order_events e where e.order_id = @Id order by e.seq offset 0 rows fetch next @Take rows only");

    public async Task<Result<AdminOrderDetail>> Handle(GetOrder query, CancellationToken ct)
    {
        var args = new Args(query.Id.Value, MaxEvents);
        var (order, items, payments) = await db.Together(Order, Items, Payments, args, ct);
        return order is null ? OrderErrors.NotFound : new AdminOrderDetail(order, items, payments, await db.List(Events, args, ct));
    }

    internal sealed record Args(long Id, int Take);
}
