using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>An order as clients see it.</summary>
public sealed record OrderView(
    long Id,
    long UserId,
    string OrderNo,
    [property: WordsOf(typeof(OrderStatus))] string Status,
    Yuan TotalAmount,
    string Currency,
    string IdempotencyKey,
    string PendingReason,
    long? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    string RejectedReason,
    DateTimeOffset? PaymentDueAt,
    DateTimeOffset? ExpiredAt,
    DateTimeOffset? ArchivedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>Whether an admin can approve or reject it now.</summary>
    public bool CanReview => OrderFlows.Console.Allows(WireNames.Parse<OrderStatus>(Status), OrderMove.Approve);
}

/// <summary>One thing that an order does.</summary>
public sealed record OrderItemView(
    long Id,
    long OrderId,
    long PackageId,
    long SystemId,
    RawJson Spec,
    int Qty,
    Yuan Amount,
    [property: WordsOf(typeof(OrderItemStatus))] string Status,
    string AutomationInstanceId,
    string Action,
    int DurationMonths,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>One attempt to pay an order.</summary>
public sealed record OrderPaymentView(
    long Id,
    long OrderId,
    long UserId,
    string Method,
    Yuan Amount,
    string Currency,
    string TradeNo,
    string Note,
    string ScreenshotUrl,
    [property: WordsOf(typeof(PaymentStatus))] string Status,
    string IdempotencyKey,
    long? ReviewedBy,
    string ReviewReason,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>One event of the public history.</summary>
public sealed record OrderEventView(long Id, long OrderId, long Seq, string Type, RawJson Data, DateTimeOffset CreatedAt);

/// <summary>The columns of the views above, in their order; o, i, p and e are the tables.</summary>
internal static class OrderColumns
{
    public const string Order =
        """
        o.id, o.user_id, o.order_no, o.status, o.total_cents as total_amount, o.currency,
        coalesce(o.idempotency_key, '') as idempotency_key, o.pending_reason, o.approved_by, o.approved_at, o.rejected_reason,
        o.payment_due_at, o.expired_at, o.archived_at, o.created_at, o.updated_at
        """;

    public const string Item =
        """
        i.id, i.order_id, i.package_id, i.system_id, i.spec, i.qty, i.amount_cents as amount, i.status,
        coalesce(i.automation_instance_id, '') as automation_instance_id, i.action, i.duration_months, i.created_at, i.updated_at
        """;

    public const string Payment =
        """
        p.id, p.order_id, o.user_id, p.method, p.amount_cents as amount, p.currency, coalesce(p.trade_no, '') as trade_no, p.note,
        p.screenshot_url, p.status, coalesce(p.idempotency_key, '') as idempotency_key, p.reviewed_by, p.review_reason,
        p.created_at, p.updated_at
        """;

    public const string Event = "e.id, e.order_id, e.seq, e.type, e.data, e.created_at";
}
