using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.PlanOrders.Queries;

/// <summary>Everybody's with its owner, for admins.</summary>
/// <param name="UserId">0 for everybody.</param>
public sealed record ListPlanOrders(PlanOrderFilter Filter, long UserId, Paging Paging) : IQuery<Page<PlanOrderView>>;

public sealed record GetPlanOrder(OrderId Id) : IQuery<PlanOrderResponse>;

public sealed record PlanOrderResponse(PlanOrderView Order);

internal sealed class ListPlanOrdersHandler(IReadDb db) : IQueryHandler<ListPlanOrders, Page<PlanOrderView>>
{
    public async Task<Result<Page<PlanOrderView>>> Handle(ListPlanOrders query, CancellationToken ct)
    {
        var args = query.Filter.Of(query.UserId, query.Paging);
        return new Page<PlanOrderView>(await AllPlanOrders.Read(db, args, ct), await db.Scalar(AllPlanOrders.Count, args, ct));
    }
}

internal sealed class GetPlanOrderHandler(IReadDb db) : IQueryHandler<GetPlanOrder, PlanOrderResponse>
{
    public async Task<Result<PlanOrderResponse>> Handle(GetPlanOrder query, CancellationToken ct) =>
        query.Id.Value > 0 && await AllPlanOrders.Read(db, PlanOrderArgs.One(0, query.Id.Value), ct) is [var order]
            ? new PlanOrderResponse(order)
            : OrderErrors.NotFound;
}

internal static class AllPlanOrders
{
    private const string All = $"from orders o where o.kind = 'plan' and (@UserId = 0 or o.user_id = @UserId) and {PlanOrderSql.Filters}";
    private const string Ids = $"select o.id {All} {PlanOrderSql.Page}";

    internal static readonly Sql<PlanOrderArgs, long> Count = new($"select cast(count(*) as bigint) {All}");

    private static readonly Sql<PlanOrderArgs, PlanOrderView> Rows = new($"select {PlanOrderSql.Order} {All} {PlanOrderSql.Page}");

    private static readonly Sql<PlanOrderArgs, PlanOrderItemView> Items = new(
        $"{PlanOrderSql.Items} where i.order_id in ({Ids}) order by i.id");

    private static readonly Sql<PlanOrderArgs, PlanOrderRefundView> Refunds = new(
        $"{PlanOrderSql.Refunds} where r.order_id in ({Ids}) order by r.id");

    private static readonly Sql<PlanOrderArgs, PlanOrderPaymentView> Payments = new(
        $"{PlanOrderSql.Payments} where p.order_id in ({Ids}) order by p.id");

    private static readonly Sql<PlanOrderArgs, BuyerView> Buyers = new(
        $"""
        select u.id, u.email, case when u.display_name = '' then u.username else u.display_name end as display_name
        from users u
        where u.id in (select x.user_id from orders x where x.id in ({Ids}))
        order by u.id
        """);

    private static readonly PlanOrderTexts Texts = new(Rows, Items, Refunds, Payments);

    public static async Task<IReadOnlyList<PlanOrderView>> Read(IReadDb db, PlanOrderArgs args, CancellationToken ct)
    {
        var orders = await db.Read(Texts, args, ct);
        if (orders.Count == 0)
            return orders;

        var buyers = (await db.List(Buyers, args, ct)).ToDictionary(buyer => buyer.Id);
        var read = new List<PlanOrderView>(orders.Count);
        foreach (var order in orders)
        {
            // The page may have moved on since the orders were read.
            var buyer = buyers.GetValueOrDefault(order.UserId) ?? await db.First(Buyers, PlanOrderArgs.One(0, order.Id), ct);
            read.Add(order with { User = buyer });
        }

        return read;
    }
}
