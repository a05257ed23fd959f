using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Notifications.Queries;

/// <param name="Status"><c>unread</c> or <c>read</c>; blank for both.</param>
public sealed record ListMyNotifications(string Status, Paging Paging) : IQuery<Page<NotificationView>>;

public sealed record NotificationView(
    long Id, long UserId, string Type, string Title, string Content, DateTimeOffset? ReadAt, DateTimeOffset CreatedAt);

internal sealed class ListMyNotificationsHandler(IReadDb db, ICurrentActor actor)
    : IQueryHandler<ListMyNotifications, Page<NotificationView>>
{
    private static readonly Sql<Args, NotificationView> Rows = new(
        """
        select id, user_id, type, title, content, read_at, created_at
        from notifications
        where user_id = @UserId
          and (@Status <> 'unread' or read_at is null)
          and (@Status <> 'read' or read_at is not null)
        order by id desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new(
        """
        select cast(count(*) as bigint)
        from notifications
        where user_id = @UserId
          and (@Status <> 'unread' or read_at is null)
          and (@Status <> 'read' or read_at is not null)
        """);

    public async Task<Result<Page<NotificationView>>> Handle(ListMyNotifications request, CancellationToken cancellationToken)
    {
        var args = new Args(actor.UserId.Value, request.Status, request.Paging.Skip, request.Paging.Take);
        return await db.Page(Rows, Count, args, cancellationToken);
    }

    internal sealed record Args(long UserId, string Status, int Skip, int Take);
}
