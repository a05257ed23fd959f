using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Notifications;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets.Reactions;

/// <summary>Tells the owner that support has answered.</summary>
[ReactionName("notify-ticket-owner")]
[Lane(OutboxLane.Notices)]
internal sealed class NotifyTicketOwner(INotifications notifications, UserLanguages languages) : IReaction<TicketReplied>
{
    public async Task<Result> React(Envelope<TicketReplied> happened, CancellationToken ct)
    {
        var reply = happened.Event;
        if (reply.By == TicketRole.Admin)
        {
            var said = NoticeText.TicketReply(await languages.Of(reply.UserId, ct), happened.AggregateId, reply.Subject);
            await notifications.Notify(
                reply.UserId,
                NotificationType.TicketReply,
                said.Title,
                said.Text,
                $"ticket:{happened.AggregateId}:{happened.MessageId}",
                ct);
        }

        return Result.Success;
    }
}
