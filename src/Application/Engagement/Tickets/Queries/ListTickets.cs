using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Tickets.Queries;

/// <param name="Words">Part of a subject, in any case.</param>
/// <param name="UserId">Null for everybody.</param>
public sealed record ListTickets(string? Status, string? Words, long? UserId, Paging Paging) : IQuery<Page<TicketView>>;

internal sealed class ListTicketsHandler(IReadDb db) : IQueryHandler<ListTickets, Page<TicketView>>
{
    private const string Wanted =
        """
        from tickets t
        where (@Status is null or t.status = @Status)
          and (@UserId is null or t.user_id = @UserId)
          and (@Words is null or lower(t.subject) like @Words escape '!')
        """;

    private static readonly Sql<Args, TicketView> Rows = new(
        $"select {TicketReading.Columns} {Wanted} order by t.updated_at desc, t.id desc offset @Skip rows fetch next @Take rows only");

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    public async Task<Result<Page<TicketView>>> Handle(ListTickets query, CancellationToken ct)
    {
        var args = new Args(
            query.Status, query.UserId, Like.Containing(query.Words), query.Paging.Skip, query.Paging.Take);
        return await db.Page(Rows, Count, args, ct);
    }

    internal sealed record Args(string? Status, long? UserId, string? Words, int Skip, int Take);
}
