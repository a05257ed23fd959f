using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Queries;

/// <param name="Grants">The caller's rights where they ask as an admin.</param>
public sealed record GetMe(IReadOnlyList<string>? Grants = null) : IQuery<UserView>;

internal sealed class GetMeHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<GetMe, UserView>
{
    private static readonly Sql<Args, UserRow> Me = new($"select {UserRow.Columns} from users u where u.id = @UserId");

    public async Task<Result<UserView>> Handle(GetMe query, CancellationToken ct) =>
        await db.First(Me, new Args(actor.UserId.Value), ct) is { } row ? row.View(query.Grants) : AccountErrors.UserNotFound;

    internal sealed record Args(long UserId);
}
