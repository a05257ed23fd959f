using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Outbox.Queries;

/// <param name="Status"><c>pending</c> or <c>parked</c>; null for both.</param>
public sealed record ListMessages(string? Status, Paging Paging) : IQuery<Page<OutboxMessageView>>;

/// <summary>An event that a reaction has not taken yet. Its payload stays inside: it may hold what an admin may not see.</summary>
public sealed record OutboxMessageView(
    long Id, string Stream, string Reaction, string EventType, string Status, int Attempts, DateTimeOffset NextAttemptAt, string? LastError,
    string RequestId, DateTimeOffset OccurredAt);

internal sealed class ListMessagesHandler(IReadDb db) : IQueryHandler<ListMessages, Page<OutboxMessageView>>
{
    private static readonly Sql<MessageArgs, OutboxMessageView> Rows = new(
        """
        select id, stream, reaction, event_type, status, attempts, next_attempt_at, last_error, request_id, occurred_at
        from outbox_messages
        where @Status = '' or status = @Status
        order by id desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<MessageArgs, long> Count =
        new("select cast(count(*) as bigint) from outbox_messages where @Status = '' or status = @Status");

    public async Task<Result<Page<OutboxMessageView>>> Handle(ListMessages request, CancellationToken cancellationToken)
    {
        var args = new MessageArgs(request.Status ?? "", request.Paging.Skip, request.Paging.Take);
        return await db.Page(Rows, Count, args, cancellationToken);
    }

    internal sealed record MessageArgs(string Status, int Skip, int Take);
}
