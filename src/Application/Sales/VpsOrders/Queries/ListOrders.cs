using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.VpsOrders.Queries;

/// <param name="UserId">0 for everybody.</param>
/// <param name="OrderNo">Part of a number, in any case.</param>
/// <param name="Keyword">Part of a number, or of the owner's name or e-mail address.</param>
/// <param name="OnlyOverdue">Only those that have waited too long for a review.</param>
public sealed record ListOrders(string? Status, long UserId, string? OrderNo, string? Keyword, bool OnlyOverdue, Paging Paging)
    : IQuery<Page<OrderView>>;

internal sealed class ListOrdersHandler(IReadDb db, ISettings settings, TimeProvider clock) : IQueryHandler<ListOrders, Page<OrderView>>
{
    public const string Wanted =
        $"""
        from orders o
        join users u on u.id = o.user_id
        where o.kind = 'console'
          and (@Status is null or o.status = @Status)
          and (@UserId = 0 or o.user_id = @UserId)
          and (@OrderNo is null or lower(o.order_no) like @OrderNo escape '!')
          and (@Keyword is null or lower(o.order_no) like @Keyword escape '!'
               or lower(u.username) like @Keyword escape '!' or lower(u.email) like @Keyword escape '!')
          and (@OnlyOverdue = 0 or ({OverdueReview.Condition}))
        """;

    private static readonly Sql<Args, OrderView> Rows = new(
        $"select {OrderColumns.Order} {Wanted} order by o.created_at desc, o.id desc offset @Skip rows fetch next @Take rows only");

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    public async Task<Result<Page<OrderView>>> Handle(ListOrders query, CancellationToken ct)
    {
        var status = OrderFilters.Status(query.Status);
        if (!status.IsSuccess)
            return status.Error;

        var args = new Args(
            status.Value,
            query.UserId,
            Like.Containing(query.OrderNo),
            Like.Containing(query.Keyword),
            query.OnlyOverdue ? 1 : 0,
            clock.GetUtcNow().AddHours(-await settings.Number(OrderSettings.ReviewOverdueHours, ct)),
            query.Paging.Skip,
            query.Paging.Take);
        return await db.Page(Rows, Count, args, ct);
    }

    internal sealed record Args(
        string? Status, long UserId, string? OrderNo, string? Keyword, int OnlyOverdue, DateTimeOffset OverdueSince, int Skip, int Take);
}
