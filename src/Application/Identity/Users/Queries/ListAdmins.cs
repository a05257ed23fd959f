using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.Users.Queries;

/// <param name="Status">A stored word; null for those that are active, <c>all</c> for every status.</param>
public sealed record ListAdmins(string? Status, Paging Paging) : IQuery<Page<UserView>>;

internal sealed class ListAdminsHandler(IReadDb db) : IQueryHandler<ListAdmins, Page<UserView>>
{
    private const string Where = "u.is_admin = @Yes and (@Status is null or u.status = @Status)";

    private static readonly Sql<Args, UserRow> Rows = new(
        $"select {UserRow.Columns} from users u where {Where} order by u.id desc offset @Skip rows fetch next @Take rows only");

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) from users u where {Where}");

    public async Task<Result<Page<UserView>>> Handle(ListAdmins query, CancellationToken ct)
    {
        var status = query.Status == "all" ? null : query.Status ?? "active";
        var page = await db.Page(Rows, Count, new Args(status, true, query.Paging.Skip, query.Paging.Take), ct);
        return new Page<UserView>([.. page.Items.Select(row => row.View())], page.Total);
    }

    internal sealed record Args(string? Status, bool Yes, int Skip, int Take);
}
