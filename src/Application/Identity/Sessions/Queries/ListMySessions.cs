using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.Sessions.Queries;

/// <param name="Current">The session that asks.</param>
public sealed record ListMySessions(long Current) : IQuery<Listing<SessionView>>;

public sealed record SessionView(
    long Id, string Address, string Client, DateTimeOffset CreatedAt, DateTimeOffset? RefreshedAt, DateTimeOffset ExpiresAt,
    bool IsCurrent);

internal sealed class ListMySessionsHandler(
    IReadDb db, ICurrentActor actor, TimeProvider clock) : IQueryHandler<ListMySessions, Listing<SessionView>>
{
    private static readonly Sql<Args, Row> Mine = new(
        """
        select s.id, s.address, s.client, s.created_at, s.rotated_at, s.expires_at
        from sessions s
        where s.user_id = @UserId and s.revoked_at is null and s.expires_at > @Now
        order by s.id desc
        """);

    public async Task<Result<Listing<SessionView>>> Handle(ListMySessions query, CancellationToken ct)
    {
        var rows = await db.List(Mine, new Args(actor.UserId.Value, clock.GetUtcNow()), ct);
        return new Listing<SessionView>([.. rows.Select(row =>
            new SessionView(row.Id, row.Address, row.Client, row.CreatedAt, row.RotatedAt, row.ExpiresAt, row.Id == query.Current))]);
    }

    internal sealed record Args(long UserId, DateTimeOffset Now);

    internal sealed record Row(
        long Id, string Address, string Client, DateTimeOffset CreatedAt, DateTimeOffset? RotatedAt, DateTimeOffset ExpiresAt);
}
