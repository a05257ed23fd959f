using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Notifications;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Notifications;
using VpsPanel.Domain.Tickets;

namespace VpsPanel.Application.Tickets.Reactions;

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
