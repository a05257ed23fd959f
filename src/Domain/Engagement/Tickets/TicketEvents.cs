using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Tickets;

[EventName("ticket.opened")]
public sealed record TicketOpened(UserId UserId, string Subject) : IDomainEvent;

/// <param name="UserId">The owner of the ticket, whoever wrote.</param>
/// <param name="By">The side that wrote.</param>
[EventName("ticket.replied")]
public sealed record TicketReplied(UserId UserId, string Subject, TicketRole By) : IDomainEvent;

[EventName("ticket.closed")]
public sealed record TicketClosed(UserId UserId, string Subject) : IDomainEvent;
