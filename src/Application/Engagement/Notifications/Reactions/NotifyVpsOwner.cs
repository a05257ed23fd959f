using System.Globalization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Notifications;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Engagement.Notifications.Reactions;

/// <summary>Tells the owner of the end of their VPS: of the one that comes, and of the one that was.</summary>
[ReactionName("notify-vps-owner")]
[Lane(OutboxLane.Notices)]
internal sealed class NotifyVpsOwner(INotifications notifications, UserLanguages languages) : IReaction<VpsExpires>, IReaction<VpsDestroyed>
{
    public async Task<Result> React(Envelope<VpsExpires> happened, CancellationToken ct)
    {
        var vps = happened.Event;
        var day = vps.ExpireAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var said = NoticeText.VpsExpires(await languages.Of(vps.UserId, ct), vps.Name, day);
        await notifications.Notify(
            vps.UserId, NotificationType.Expire, said.Title, said.Text,
            $"vps:{happened.AggregateId}:expire:{vps.ExpireAt.ToUnixTimeSeconds()}", ct);
        return Result.Success;
    }

    public async Task<Result> React(Envelope<VpsDestroyed> happened, CancellationToken ct)
    {
        var vps = happened.Event;
        var said = NoticeText.VpsDeleted(await languages.Of(vps.UserId, ct), vps.Name, vps.Reason);
        await notifications.Notify(
            vps.UserId, NotificationType.VpsDestroyed, said.Title, said.Text,
            $"vps:{happened.AggregateId}:destroyed", ct);
        return Result.Success;
    }
}
