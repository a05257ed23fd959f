using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets;

public interface ITickets : IRepository<Ticket, TicketId>
{
    /// <summary>How many tickets of the user are not closed.</summary>
    Task<int> CountUnclosed(UserId user, CancellationToken ct);
}
