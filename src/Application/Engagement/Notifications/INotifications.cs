using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Notifications;

namespace VpsPanel.Application.Engagement.Notifications;

/// <summary>The message center.</summary>
public interface INotifications : IRepository<Notification, NotificationId>
{
    /// <summary>Tells the user inside the transaction at hand; does nothing when the user was told of the same cause before.</summary>
    /// <param name="cause">Names what happened, at most 128 characters: reactions run at least once and must not tell twice.</param>
    Task Notify(UserId user, NotificationType type, string title, string content, string cause, CancellationToken ct);

    /// <summary>Tells every customer whose account is active, but nobody of the same cause again.</summary>
    /// <inheritdoc cref="Notify"/>
    Task NotifyEveryone(NotificationType type, string title, string content, string cause, CancellationToken ct);

    Task MarkAllRead(UserId user, DateTimeOffset now, CancellationToken ct);
}
