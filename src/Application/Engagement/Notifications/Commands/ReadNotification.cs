using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Notifications;

namespace VpsPanel.Application.Engagement.Notifications.Commands;

public sealed record ReadNotification(NotificationId Id) : ICommand;

internal sealed class ReadNotificationHandler(INotifications notifications, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<ReadNotification>
{
    public async Task<Result> Handle(ReadNotification request, CancellationToken cancellationToken)
    {
        var notification = await notifications.Find(request.Id, cancellationToken);

        // A stranger's message is reported as missing, so ids cannot be probed.
        if (notification is null || !notification.BelongsTo(actor.UserId))
            return Error.NotFound("notification.not_found");

        notification.Read(clock.GetUtcNow());
        return Result.Success;
    }
}
