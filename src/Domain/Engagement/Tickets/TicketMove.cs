namespace VpsPanel.Domain.Engagement.Tickets;

public enum TicketMove
{
    Close,
    AwaitUser,
    Reopen,
}
