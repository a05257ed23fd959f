using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Webhooks;

namespace VpsPanel.Application.Engagement.Webhooks.Queries;

/// <summary>What is null or 0 does not filter.</summary>
public sealed record WebhookFilter(string? Status, string? Hook, string? Event, long OrderId);

public sealed record ListWebhookDeliveries(WebhookFilter Filter, Paging Paging) : IQuery<Page<WebhookDeliveryView>>;

/// <param name="LastNote">Why the last try failed, or the beginning of the answer.</param>
public sealed record WebhookDeliveryView(
    long Id,
    string Hook,
    string MessageId,
    long OrderId,
    long Seq,
    string Event,
    [property: WordsOf(typeof(WebhookDeliveryStatus))] string Status,
    int Attempts,
    DateTimeOffset NextAttemptAt,
    int? LastStatusCode,
    string? LastNote,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset CreatedAt,
    RawJson Body);

internal sealed class ListWebhookDeliveriesHandler(IReadDb db) : IQueryHandler<ListWebhookDeliveries, Page<WebhookDeliveryView>>
{
    private const string Wanted =
        """
        from webhook_deliveries
        where (@Status = '' or status = @Status) and (@Hook = '' or hook = @Hook)
          and (@Event = '' or event_type = @Event) and (@OrderId = 0 or order_id = @OrderId)
        """;

    private static readonly Sql<Args, WebhookDeliveryView> Rows = new(
        $"""
        select id, hook, message_id, order_id, seq, event_type as event, status, attempts, next_attempt_at, last_status_code, last_note,
          delivered_at, created_at, body
        {Wanted}
        order by id desc offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    public async Task<Result<Page<WebhookDeliveryView>>> Handle(ListWebhookDeliveries query, CancellationToken ct)
    {
        var filter = query.Filter;
        var args = new Args(
            filter.Status ?? "", filter.Hook ?? "", filter.Event ?? "", filter.OrderId, query.Paging.Skip, query.Paging.Take);
        return await db.Page(Rows, Count, args, ct);
    }

    internal sealed record Args(string Status, string Hook, string Event, long OrderId, int Skip, int Take);
}
