using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets;

/// <summary>What commands answer, equal to what the queries read.</summary>
internal static class TicketMapping
{
    public static TicketView ToView(this Ticket ticket) => new(
        ticket.Id.Value,
        ticket.UserId.Value,
        ticket.Subject,
        WireNames.Of(ticket.Status),
        ticket.ResourceCount,
        ticket.LastReplyAt,
        ticket.LastReplyBy?.Value,
        WireNames.Of(ticket.LastReplyRole),
        ticket.ClosedAt,
        ticket.CreatedAt,
        ticket.UpdatedAt);

    public static TicketDetail ToDetail(this Ticket ticket) => new(
        ticket.ToView(),
        [.. ticket.Messages.Select(message => message.ToView(ticket))],
        [.. ticket.Resources.Select(item => new TicketResourceView(
            item.Id.Value, ticket.Id.Value, item.ResourceType, item.ResourceId, item.ResourceName, item.CreatedAt))]);

    public static TicketMessageView ToView(this TicketMessage message, Ticket ticket) => new(
        message.Id.Value,
        ticket.Id.Value,
        message.SenderId?.Value ?? 0,
        WireNames.Of(message.SenderRole),
        message.SenderName,
        message.SenderQq,
        message.Content,
        message.CreatedAt);
}
