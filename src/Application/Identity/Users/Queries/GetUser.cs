using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Queries;

/// <summary>A customer. Admins are seen through their own list.</summary>
public sealed record GetUser(UserId Id) : IQuery<UserView>;

internal sealed class GetUserHandler(IReadDb db) : IQueryHandler<GetUser, UserView>
{
    private static readonly Sql<Args, UserRow> One = new($"select {UserRow.Columns} from users u where u.id = @Id");

    public async Task<Result<UserView>> Handle(GetUser query, CancellationToken ct)
    {
        if (await db.First(One, new Args(query.Id.Value), ct) is not { } row)
            return AccountErrors.UserNotFound;

        return row.IsAdmin ? AccountErrors.AdminNotEditable : row.View();
    }

    internal sealed record Args(long Id);
}
