using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.RealNames.Queries;

/// <param name="UserId">0 for everybody.</param>
public sealed record ListRealNames(long UserId, Paging Paging) : IQuery<Page<RealNameView>>;

internal sealed class ListRealNamesHandler(IReadDb db) : IQueryHandler<ListRealNames, Page<RealNameView>>
{
    private static readonly Sql<Args, RealNameView> Rows = new(
        $"""
        select {RealNameView.Columns}
        from realname_records r
        where @UserId = 0 or r.user_id = @UserId
        order by r.id desc offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count =
        new("select cast(count(*) as bigint) from realname_records r where @UserId = 0 or r.user_id = @UserId");

    public async Task<Result<Page<RealNameView>>> Handle(ListRealNames query, CancellationToken ct) =>
        await db.Page(Rows, Count, new Args(query.UserId, query.Paging.Skip, query.Paging.Take), ct);

    internal sealed record Args(long UserId, int Skip, int Take);
}
