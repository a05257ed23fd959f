using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Notifications;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Notifications(PanelDb db, EfUnitOfWork work, IDialect dialect, TimeProvider clock)
    : Repository<Notification, NotificationId>(db, work, dialect), INotifications
{
    private readonly PanelDb _db = db;
    private readonly EfUnitOfWork _work = work;

    public async Task Notify(UserId user, NotificationType type, string title, string content, string cause, CancellationToken ct)
    {
        // Two at once meet in the unique index, and the loser finds this row at its next try.
        if (!await Set.AnyAsync(told => told.UserId == user && told.Cause == cause, ct))
            await Add(Notification.Create(user, type, title, content, cause), ct);
    }

    public async Task NotifyEveryone(NotificationType type, string title, string content, string cause, CancellationToken ct)
    {
        await _work.Begin(ct);
        var told = Notification.Create(default, type, title, content, cause);
        var (wireType, now, yes) = (WireNames.Of(type), clock.GetUtcNow(), true);
        await _db.Database.ExecuteSqlAsync(
            $"""
            insert into notifications (user_id, type, title, content, cause, row_version, created_at, updated_at)
            select u.id, {wireType}, {told.Title}, {told.Content}, {told.Cause}, 1, {now}, {now}
            from users u
            where u.is_user = {yes} and u.status = 'active'
              and not exists (select 1 from notifications n where n.user_id = u.id and n.cause = {told.Cause})
            """,
            ct);
    }

    public async Task MarkAllRead(UserId user, DateTimeOffset now, CancellationToken ct)
    {
        await _work.Begin(ct);
        await Set.Where(told => told.UserId == user && told.ReadAt == null).ExecuteUpdateAsync(
            change => change
                .SetProperty(told => told.ReadAt, now)
                .SetProperty(told => told.UpdatedAt, now)
                .SetProperty(told => told.RowVersion, told => told.RowVersion + 1),
            ct);
    }
}
