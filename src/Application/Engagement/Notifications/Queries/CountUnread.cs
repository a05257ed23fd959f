using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Notifications.Queries;

public sealed record CountUnread : IQuery<UnreadCount>;

public sealed record UnreadCount(long Unread);

internal sealed class CountUnreadHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<CountUnread, UnreadCount>
{
    private static readonly Sql<Args, long> Unread =
        new("select cast(count(*) as bigint) from notifications where user_id = @UserId and read_at is null");

    public async Task<Result<UnreadCount>> Handle(CountUnread request, CancellationToken cancellationToken) =>
        new UnreadCount(await db.Scalar(Unread, new Args(actor.UserId.Value), cancellationToken));

    internal sealed record Args(long UserId);
}
