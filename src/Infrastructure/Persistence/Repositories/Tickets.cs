using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Engagement.Tickets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Tickets(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<Ticket, TicketId>(db, work, dialect), ITickets
{
    public Task<int> CountUnclosed(UserId user, CancellationToken ct) =>
        Set.CountAsync(ticket => ticket.UserId == user && ticket.Status != TicketStatus.Closed, ct);
}
