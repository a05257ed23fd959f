using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Queries;

/// <param name="UserId">0 for everybody.</param>
/// <param name="OrderNo">Part of a number, in any case.</param>
/// <param name="Keyword">Part of a number, or of the owner's name or e-mail address.</param>
/// <param name="OnlyOverdue">Only those that have waited too long for a review.</param>
/// <param name="Archived">Only those that were archived; otherwise only the others.</param>
public sealed record ListOrders(
    string? Status, long UserId, string? OrderNo, string? Keyword, bool OnlyOverdue, bool Archived, Paging Paging)
    : IQuery<Page<OrderView>>;

internal sealed class ListOrdersHandler(IReadDb db, ISettings settings, TimeProvider clock) : IQueryHandler<ListOrders, Page<OrderView>>
{
    public const string Wanted =
        $"""
        from orders o
        join users u on u.id = o.user_id
        where o.kind = 'console'
          and ((@Archived = 0 and o.archived_at is null) or (@Archived = 1 and o.archived_at is not null))
          and (@Status is null or o.status = @Status)
          and (@UserId = 0 or o.user_id = @UserId)
          and (@OrderNo is null or lower(o.order_no) like @OrderNo escape '!')
          and (@Keyword is null or lower(o.order_no) like @Keyword escape '!'
               or lower(u.username) like @Keyword escape '!' or lower(u.email) like @Keyword escape '!')
          and (@OnlyOverdue = 0 or ({OverdueReview.Condition}))
        """;

    /// <summary>What a word finds is counted so far; a longer list is shown as at least so long.</summary>
    private const int CountedHits = 10_000;

    private const string Order = "order by o.created_at desc, o.id desc";

    // What a number and what an owner finds is found by an index each, and only as much of it as the page needs.
    private const string Others =
        $"""
        o.kind = 'console'
          and ((@Archived = 0 and o.archived_at is null) or (@Archived = 1 and o.archived_at is not null))
          and (@Status is null or o.status = @Status)
          and (@UserId = 0 or o.user_id = @UserId)
          and (@OrderNo is null or lower(o.order_no) like @OrderNo escape '!')
          and (@OnlyOverdue = 0 or ({OverdueReview.Condition}))
        """;

    private const string Hits =
        $"""
        select n.id from (
            select o.id from orders o
            where lower(o.order_no) like @Keyword escape '!' and {Others}
            {Order} offset 0 rows fetch next @Most rows only) n
        union
        select w.id from (
            select o.id from orders o
            where o.user_id in (
                select u.id from users u where lower(u.username) like @Keyword escape '!' or lower(u.email) like @Keyword escape '!')
              and {Others}
            {Order} offset 0 rows fetch next @Most rows only) w
        """;

    private static readonly Sql<Args, OrderView> Rows = new(
        $"select {OrderColumns.Order} from orders o where {Others} {Order} offset @Skip rows fetch next @Take rows only");

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) from orders o where {Others}");

    private static readonly Sql<Args, OrderView> Found = new(
        $"select {OrderColumns.Order} from orders o where o.id in ({Hits}) {Order} offset @Skip rows fetch next @Take rows only");

    private static readonly Sql<Args, long> CountFound = new($"select cast(count(*) as bigint) from ({Hits}) hits");

    private static readonly Sql<NumberArgs, NumberRow> Exact = new("select o.id from orders o where o.order_no = @OrderNo and o.kind = 'console'");

    private static readonly Sql<OneArgs, OrderView> One = new(
        $"""
        select {OrderColumns.Order}
        from orders o
        where o.id = @Id and ((@Archived = 0 and o.archived_at is null) or (@Archived = 1 and o.archived_at is not null))
          and (@Status is null or o.status = @Status) and (@UserId = 0 or o.user_id = @UserId)
          and (@OnlyOverdue = 0 or ({OverdueReview.Condition}))
        """);

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
            query.Archived ? 1 : 0,
            clock.GetUtcNow().AddHours(-await settings.Number(OrderSettings.ReviewOverdueHours, ct)),
            (int)Math.Min((long)query.Paging.Skip + query.Paging.Take, int.MaxValue),
            query.Paging.Skip,
            query.Paging.Take);
        if (await WholeNumber(query, ct) is { } id)
            return await Only(id, args, ct);

        return args.Keyword is null
            ? await db.Page(Rows, Count, args, ct)
            : new Page<OrderView>(await db.List(Found, args, ct), await db.Scalar(CountFound, args with { Most = CountedHits }, ct));
    }

    /// <summary>A whole number has its unique index, and names one order only.</summary>
    private async Task<long?> WholeNumber(ListOrders query, CancellationToken ct)
    {
        var (number, keyword) = (query.OrderNo?.Trim() ?? "", query.Keyword?.Trim() ?? "");
        var wanted = number.Length > 0 ? number : keyword;
        return wanted.Length < OrderNumbers.Length || (number.Length > 0 && keyword.Length > 0)
            ? null
            : (await db.First(Exact, new NumberArgs(wanted.ToUpperInvariant()), ct))?.Id;
    }

    private async Task<Page<OrderView>> Only(long id, Args args, CancellationToken ct)
    {
        var found = await db.List(One, new OneArgs(id, args.Status, args.UserId, args.OnlyOverdue, args.Archived, args.OverdueSince), ct);
        return new Page<OrderView>(args.Skip == 0 ? found : [], found.Count);
    }

    internal sealed record Args(
        string? Status, long UserId, string? OrderNo, string? Keyword, int OnlyOverdue, int Archived, DateTimeOffset OverdueSince, int Most, int Skip,
        int Take);

    internal sealed record NumberArgs(string OrderNo);

    internal sealed record NumberRow(long Id);

    internal sealed record OneArgs(long Id, string? Status, long UserId, int OnlyOverdue, int Archived, DateTimeOffset OverdueSince);
}
