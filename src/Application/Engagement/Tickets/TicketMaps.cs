using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets;

/// <summary>What commands answer, equal to what the queries read.</summary>
internal sealed class TicketMaps : Mappings
{
    public TicketMaps()
    {
        CreateMap<Ticket, TicketView>().ConvertUsing((ticket, _) => View(ticket));
        CreateMap<Ticket, TicketDetail>().ConvertUsing((ticket, _) => Detail(ticket));
        CreateMap<(Ticket Ticket, TicketMessage Message), TicketMessageView>()
            .ConvertUsing((source, _) => View(source.Ticket, source.Message));
    }

    private static TicketView View(Ticket ticket) => new(
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

    private static TicketDetail Detail(Ticket ticket) => new(
        View(ticket),
        [.. ticket.Messages.Select(message => View(ticket, message))],
        [.. ticket.Resources.Select(item => new TicketResourceView(
            item.Id.Value, ticket.Id.Value, item.ResourceType, item.ResourceId, item.ResourceName, item.CreatedAt))]);

    private static TicketMessageView View(Ticket ticket, TicketMessage message) => new(
        message.Id.Value,
        ticket.Id.Value,
        message.SenderId?.Value ?? 0,
        WireNames.Of(message.SenderRole),
        message.SenderName,
        message.SenderQq,
        message.Content,
        message.CreatedAt);
}
