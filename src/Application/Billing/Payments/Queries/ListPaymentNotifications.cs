using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Queries;

/// <summary>What gateways told us and what became of it; for admins.</summary>
public sealed record ListPaymentNotifications(string? Verdict, long OrderId, Paging Paging) : IQuery<Page<PaymentNotificationView>>;

public sealed record PaymentNotificationView(
    long Id,
    string Provider,
    string TradeNo,
    string Reference,
    Yuan? Amount,
    string Currency,
    string Verdict,
    long? OrderId,
    RawJson Parameters,
    string? Address,
    DateTimeOffset CreatedAt);

internal sealed class ListPaymentNotificationsHandler(IReadDb db) : IQueryHandler<ListPaymentNotifications, Page<PaymentNotificationView>>
{
    private const string Wanted =
        "from payment_notices n where (@Verdict is null or n.verdict = @Verdict) and (@OrderId = 0 or n.order_id = @OrderId)";

    private static readonly Sql<Args, PaymentNotificationView> Rows = new(
        $"""
        select n.id, n.provider, n.trade_no, n.reference, n.amount_cents as amount, n.currency,
               n.verdict, n.order_id, n.parameters, n.address, n.created_at
        {Wanted} order by n.id desc offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    public async Task<Result<Page<PaymentNotificationView>>> Handle(ListPaymentNotifications query, CancellationToken ct) =>
        await db.Page(Rows, Count, new Args(query.Verdict, query.OrderId, query.Paging.Skip, query.Paging.Take), ct);

    internal sealed record Args(string? Verdict, long OrderId, int Skip, int Take);
}
