using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets.Queries;

public sealed record GetMyTicket(TicketId Id) : IQuery<TicketDetail>;

internal sealed class GetMyTicketHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<GetMyTicket, TicketDetail>
{
    public Task<Result<TicketDetail>> Handle(GetMyTicket query, CancellationToken ct) => db.Detail(query.Id, actor.UserId.Value, ct);
}
