using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Engagement.Tickets.TicketMove;
using static VpsPanel.Domain.Engagement.Tickets.TicketStatus;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Engagement.Tickets.TicketStatus, VpsPanel.Domain.Engagement.Tickets.TicketMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Engagement.Tickets;

/// <summary>Its owner may close a ticket; all else is for support. Messages leave the status alone.</summary>
public static class TicketFlow
{
    public static Flow<TicketStatus, TicketMove, ActorKind> Table { get; } = new(
        "ticket",
        new Step(Open, Close, Closed, User, Admin),
        new Step(WaitingUser, Close, Closed, User, Admin),
        new Step(Open, AwaitUser, WaitingUser, Admin),
        new Step(Closed, AwaitUser, WaitingUser, Admin),
        new Step(WaitingUser, Reopen, Open, Admin),
        new Step(Closed, Reopen, Open, Admin));

    /// <summary>The move that leads to a status, from wherever.</summary>
    public static TicketMove To(TicketStatus status) => Table.Rows.First(row => row.To == status).Move;
}
