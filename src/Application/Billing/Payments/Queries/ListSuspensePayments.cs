using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Queries;

/// <summary>Money that matched nothing, the oldest first; for admins.</summary>
public sealed record ListSuspensePayments(string? Status, Paging Paging) : IQuery<Page<SuspensePaymentView>>;

/// <param name="NoticeId">The notice that told of it.</param>
public sealed record SuspensePaymentView(
    long Id,
    long NoticeId,
    string Provider,
    string TradeNo,
    string Reference,
    Yuan Amount,
    string Currency,
    [property: WordsOf(typeof(SuspenseStatus))] string Status,
    long? UserId,
    long? ResolvedBy,
    DateTimeOffset? ResolvedAt,
    string Note,
    DateTimeOffset CreatedAt);

internal sealed class ListSuspensePaymentsHandler(IReadDb db) : IQueryHandler<ListSuspensePayments, Page<SuspensePaymentView>>
{
    private const string Wanted = "from suspense_payments s where (@Status is null or s.status = @Status)";

    private static readonly Sql<Args, SuspensePaymentView> Rows = new(
        $"""
        select s.id, s.notification_id as notice_id, s.provider, s.trade_no, s.reference, s.amount_cents as amount, s.currency, s.status,
               s.user_id, s.resolved_by, s.resolved_at, s.note, s.created_at
        {Wanted} order by s.id offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    public async Task<Result<Page<SuspensePaymentView>>> Handle(ListSuspensePayments query, CancellationToken ct) =>
        await db.Page(Rows, Count, new Args(query.Status, query.Paging.Skip, query.Paging.Take), ct);

    internal sealed record Args(string? Status, int Skip, int Take);
}
