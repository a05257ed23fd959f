using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.PlanOrders.Queries;

/// <summary>What a list of orders is filtered and sorted by.</summary>
/// <param name="Number">Part of the number, in any case.</param>
public sealed record PlanOrderFilter(
    string? Status, string? PaymentMethod, string? PaymentStatus, string? Number, string? Sort, string? Direction)
{
    private static readonly SortKeys Keys = new("created", true, "updated", "total");

    internal PlanOrderArgs Of(long user, Paging paging) => new(
        user,
        0,
        Status,
        PaymentMethod,
        PaymentStatus,
        Like.Containing(Number),
        Keys.Read(Sort, Direction),
        paging.Skip,
        paging.Take);
}

/// <summary>The caller's own.</summary>
public sealed record ListMyPlanOrders(PlanOrderFilter Filter, Paging Paging) : IQuery<Page<PlanOrderView>>;

public sealed record GetMyPlanOrder(OrderId Id) : IQuery<PlanOrderWithBalance>;

public sealed record PlanOrderWithBalance(PlanOrderView Order, BalanceView Balance);

internal sealed class ListMyPlanOrdersHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<ListMyPlanOrders, Page<PlanOrderView>>
{
    public async Task<Result<Page<PlanOrderView>>> Handle(ListMyPlanOrders query, CancellationToken ct)
    {
        var args = query.Filter.Of(actor.UserId.Value, query.Paging);
        var orders = await db.Read(MyPlanOrders.Texts, args, ct);
        return new Page<PlanOrderView>(orders, await db.Scalar(MyPlanOrders.Count, args, ct));
    }
}

internal sealed class GetMyPlanOrderHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<GetMyPlanOrder, PlanOrderWithBalance>
{
    public async Task<Result<PlanOrderWithBalance>> Handle(GetMyPlanOrder query, CancellationToken ct)
    {
        var orders = await db.Read(MyPlanOrders.Texts, PlanOrderArgs.One(actor.UserId.Value, query.Id.Value), ct);
        return query.Id.Value > 0 && orders is [var order]
            ? new PlanOrderWithBalance(order, await db.Balance(actor.UserId, order.Currency, ct))
            : OrderErrors.NotFound;
    }
}

/// <summary>Orders of one user.</summary>
internal static class MyPlanOrders
{
    private const string Mine = $"from orders o where o.kind = 'plan' and o.user_id = @UserId and {PlanOrderSql.Filters}";
    private const string Ids = $"select o.id {Mine} {PlanOrderSql.Page}";

    internal static readonly Sql<PlanOrderArgs, long> Count = new($"select cast(count(*) as bigint) {Mine}");

    private static readonly Sql<PlanOrderArgs, PlanOrderView> Rows = new($"select {PlanOrderSql.Order} {Mine} {PlanOrderSql.Page}");

    private static readonly Sql<PlanOrderArgs, PlanOrderItemView> Items = new(
        $"{PlanOrderSql.Items} where i.order_id in ({Ids}) order by i.id");

    private static readonly Sql<PlanOrderArgs, PlanOrderRefundView> Refunds = new(
        $"{PlanOrderSql.Refunds} where r.order_id in ({Ids}) order by r.id");

    private static readonly Sql<PlanOrderArgs, PlanOrderPaymentView> Payments = new(
        $"{PlanOrderSql.Payments} where p.order_id in ({Ids}) order by p.id");

    internal static PlanOrderTexts Texts { get; } = new(Rows, Items, Refunds, Payments);
}
