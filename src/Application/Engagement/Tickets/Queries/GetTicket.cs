using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets.Queries;

public sealed record GetTicket(TicketId Id) : IQuery<TicketDetail>;

internal sealed class GetTicketHandler(IReadDb db) : IQueryHandler<GetTicket, TicketDetail>
{
    public Task<Result<TicketDetail>> Handle(GetTicket query, CancellationToken ct) => db.Detail(query.Id, null, ct);
}
