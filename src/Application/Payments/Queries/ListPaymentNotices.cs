using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Payments.Queries;

/// <summary>What gateways told us and what became of it; for admins.</summary>
public sealed record ListPaymentNotices(string? Verdict, long OrderId, Paging Paging) : IQuery<Page<PaymentNoticeView>>;

public sealed record PaymentNoticeView(
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

internal sealed class ListPaymentNoticesHandler(IReadDb db) : IQueryHandler<ListPaymentNotices, Page<PaymentNoticeView>>
{
    private const string Wanted =
        "from payment_notices n where (@Verdict is null or n.verdict = @Verdict) and (@OrderId = 0 or n.order_id = @OrderId)";

    private static readonly Sql<Args, PaymentNoticeView> Rows = new(
        $"""
        select n.id, n.provider, n.trade_no, n.reference, n.amount_cents as amount, n.currency,
               n.verdict, n.order_id, n.parameters, n.address, n.created_at
        {Wanted} order by n.id desc offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    public async Task<Result<Page<PaymentNoticeView>>> Handle(ListPaymentNotices query, CancellationToken ct) =>
        await db.Page(Rows, Count, new Args(query.Verdict, query.OrderId, query.Paging.Skip, query.Paging.Take), ct);

    internal sealed record Args(string? Verdict, long OrderId, int Skip, int Take);
}
