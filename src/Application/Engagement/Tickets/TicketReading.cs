using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets;

/// <summary>The columns and rows that customers and admins read alike.</summary>
internal static class TicketReading
{
    public const string Columns =
        """
        t.id, t.user_id, t.subject, t.status, t.resource_count,
        t.last_reply_at, t.last_reply_by, t.last_reply_role, t.closed_at, t.created_at, t.updated_at
        """;

    private static readonly Sql<Args, TicketView> One = new(
        $"select {Columns} from tickets t where t.id = @Id and (@UserId is null or t.user_id = @UserId)");

    private static readonly Sql<Args, TicketMessageView> Messages = new(
        """
        select m.id, m.ticket_id, coalesce(m.sender_id, 0) as sender_id, m.sender_role, m.sender_name, m.sender_qq, m.content, m.created_at
        from ticket_messages m
        join tickets t on t.id = m.ticket_id
        where m.ticket_id = @Id and (@UserId is null or t.user_id = @UserId)
        order by m.id
        """);

    private static readonly Sql<Args, TicketResourceView> Resources = new(
        """
        select r.id, r.ticket_id, r.resource_type, r.resource_id, r.resource_name, r.created_at
        from ticket_resources r
        join tickets t on t.id = r.ticket_id
        where r.ticket_id = @Id and (@UserId is null or t.user_id = @UserId)
        order by r.id
        """);

    /// <param name="owner">Null for admins, who see every ticket.</param>
    public static async Task<Result<TicketDetail>> Detail(this IReadDb db, TicketId id, long? owner, CancellationToken ct)
    {
        var args = new Args(id.Value, owner);
        if (await db.First(One, args, ct) is not { } ticket)
            return TicketErrors.NotFound;

        return new TicketDetail(ticket, await db.List(Messages, args, ct), await db.List(Resources, args, ct));
    }

    internal sealed record Args(long Id, long? UserId);
}
