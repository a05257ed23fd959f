using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Notifications.Commands;

public sealed record ReadAllNotifications : ICommand;

internal sealed class ReadAllNotificationsHandler(INotifications notifications, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<ReadAllNotifications>
{
    public async Task<Result> Handle(ReadAllNotifications request, CancellationToken cancellationToken)
    {
        await notifications.MarkAllRead(actor.UserId, clock.GetUtcNow(), cancellationToken);
        return Result.Success;
    }
}
