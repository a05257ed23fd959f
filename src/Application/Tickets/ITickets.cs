using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Tickets;

namespace VpsPanel.Application.Tickets;

public interface ITickets : IRepository<Ticket, TicketId>
{
    /// <summary>How many tickets of the user are not closed.</summary>
    Task<int> CountUnclosed(UserId user, CancellationToken ct);
}
