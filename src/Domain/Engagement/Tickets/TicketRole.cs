namespace VpsPanel.Domain.Engagement.Tickets;

/// <summary>The side that somebody writes for.</summary>
public enum TicketRole
{
    User,
    Admin,
}
