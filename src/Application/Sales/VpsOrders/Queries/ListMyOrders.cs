using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Queries;

/// <param name="Status">Blank or <c>all</c> for every status.</param>
public sealed record ListMyOrders(string? Status, Paging Paging) : IQuery<Page<OrderView>>;

internal sealed class ListMyOrdersHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<ListMyOrders, Page<OrderView>>
{
    private const string Mine =
        "from orders o where o.user_id = @UserId and o.kind = 'console' and o.archived_at is null and (@Status is null or o.status = @Status)";

    private static readonly Sql<Args, OrderView> Rows = new(
        $"select {OrderColumns.Order} {Mine} order by o.created_at desc, o.id desc offset @Skip rows fetch next @Take rows only");

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Mine}");

    public async Task<Result<Page<OrderView>>> Handle(ListMyOrders query, CancellationToken ct)
    {
        var status = OrderFilters.Status(query.Status);
        return status.IsSuccess
            ? await db.Page(Rows, Count, new Args(actor.UserId.Value, status.Value, query.Paging.Skip, query.Paging.Take), ct)
            : status.Error;
    }

    internal sealed record Args(long UserId, string? Status, int Skip, int Take);
}

internal static class OrderFilters
{
    /// <summary>The stored word; null for all.</summary>
    public static Result<string?> Status(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Equals("all", StringComparison.OrdinalIgnoreCase))
            return (string?)null;

        return WireNames.TryParse<OrderStatus>(text, out var status)
            ? WireNames.Of(status)
            : Error.Validation("status", "invalid status", "order.invalid_status");
    }
}
