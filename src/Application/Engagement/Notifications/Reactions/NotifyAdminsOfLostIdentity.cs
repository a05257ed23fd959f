using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Notifications;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Engagement.Notifications.Reactions;

/// <summary>Tells the admins who see VPS that one has lost its machine, once for each time.</summary>
[ReactionName("notify-admins-of-lost-identity")]
[Lane(OutboxLane.Notices)]
internal sealed class NotifyAdminsOfLostIdentity(INotifications notifications, AdminDirectory admins, UserLanguages languages)
    : IReaction<VpsIdentityLost>
{
    public async Task<Result> React(Envelope<VpsIdentityLost> happened, CancellationToken ct)
    {
        var vps = happened.Event;
        foreach (var admin in await admins.WhoMay(["vps.view", "vps.relink"], ct))
        {
            var said = NoticeText.VpsIdentityLost(
                await languages.Of(admin, ct), happened.AggregateId, vps.Name, vps.InstanceId, vps.FoundName);
            await notifications.Notify(
                admin, NotificationType.VpsIdentityLost, said.Title, said.Text,
                $"vps:{happened.AggregateId}:identity_lost:{happened.OccurredAt.ToUnixTimeMilliseconds()}", ct);
        }

        return Result.Success;
    }
}
