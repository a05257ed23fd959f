using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Queries;

/// <summary>Customers, newest first.</summary>
/// <param name="Status">A stored word; null for every status.</param>
public sealed record ListUsers(string? Status, string? Keyword, Paging Paging) : IQuery<Page<UserView>>;

internal sealed class ListUsersHandler(IReadDb db) : IQueryHandler<ListUsers, Page<UserView>>
{
    private const string Where =
        """
        u.is_admin = @No and (@Status is null or u.status = @Status)
        and (@Keyword is null or u.username_key like @Keyword escape '!' or u.email_key like @Keyword escape '!'
             or u.qq like @Keyword escape '!' or u.phone like @Keyword escape '!')
        """;

    private static readonly Sql<Args, UserRow> Rows = new(
        $"select {UserRow.Columns} from users u where {Where} order by u.id desc offset @Skip rows fetch next @Take rows only");

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) from users u where {Where}");

    public async Task<Result<Page<UserView>>> Handle(ListUsers query, CancellationToken ct)
    {
        var keyword = string.IsNullOrWhiteSpace(query.Keyword) ? null : Like.Containing(User.Fold(query.Keyword));
        var page = await db.Page(Rows, Count, new Args(query.Status, keyword, false, query.Paging.Skip, query.Paging.Take), ct);
        return new Page<UserView>([.. page.Items.Select(row => row.View())], page.Total);
    }

    internal sealed record Args(string? Status, string? Keyword, bool No, int Skip, int Take);
}
