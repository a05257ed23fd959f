using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Notifications;

public readonly record struct NotificationId(long Value) : IId<NotificationId>
{
    public static NotificationId From(long value) => new(value);
}

public enum NotificationType
{
    Provisioned,
    ProvisionFailed,
    Expire,
    VpsDestroyed,
    TicketReply,
    Announcement,
    OrderPaid,
    OrderRefunded,
    ReviewOverdue,
    VpsRenewed,
    VpsResized,
    VpsRefunded,
    OrderFailed,
    VpsIdentityLost,
}

/// <summary>A message to one user in the message center.</summary>
[StreamName("notification")]
public sealed class Notification : AggregateRoot<NotificationId>
{
    public const int MaxTitle = 200;
    public const int MaxContent = 2000;
    public const int MaxCause = 128;

    private Notification()
    {
    }

    public UserId UserId { get; private set; }

    public NotificationType Type { get; private set; }

    public string Title { get; private set; } = "";

    public string Content { get; private set; } = "";

    /// <summary>What it tells of, such as <c>order:12:4</c>: a user is told of each cause once.</summary>
    public string Cause { get; private set; } = "";

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Texts that are too long are cut: other people's titles stand in them.</summary>
    public static Notification Create(UserId user, NotificationType type, string title, string content, string cause) => new()
    {
        UserId = user,
        Type = type,
        Title = Cut(title, MaxTitle),
        Content = Cut(content, MaxContent),
        Cause = cause,
    };

    public bool BelongsTo(UserId user) => UserId == user;

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    private static string Cut(string text, int length) => text.Length > length ? text[..(length - 1)] + "…" : text;
}
