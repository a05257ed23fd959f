using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Tickets.Queries;

public sealed record ListMyTickets(string? Status, Paging Paging) : IQuery<Page<TicketView>>;

internal sealed class ListMyTicketsHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<ListMyTickets, Page<TicketView>>
{
    private const string Mine = "from tickets t where t.user_id = @UserId and (@Status is null or t.status = @Status)";

    private static readonly Sql<Args, TicketView> Rows = new(
        $"select {TicketReading.Columns} {Mine} order by t.updated_at desc, t.id desc offset @Skip rows fetch next @Take rows only");

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Mine}");

    public async Task<Result<Page<TicketView>>> Handle(ListMyTickets query, CancellationToken ct) =>
        await db.Page(
            Rows, Count, new Args(actor.UserId.Value, query.Status, query.Paging.Skip, query.Paging.Take), ct);

    internal sealed record Args(long UserId, string? Status, int Skip, int Take);
}
