namespace VpsPanel.Application.Sales.PlanOrders;

/// <summary>
/// Pieces of the texts that read orders of plans. The children of a page are found by the page itself, since neither database takes
/// a list of ids that the other one takes.
/// </summary>
internal static class PlanOrderSql
{
    public const string Filters =
        """
        (@Status is null or o.status = @Status)
          and (@PaymentMethod is null or lower(o.payment_method) = @PaymentMethod)
          and (@PaymentStatus is null or o.payment_state = @PaymentStatus)
          and (@Number is null or lower(o.order_no) like @Number escape '!')
          and (@Id = 0 or o.id = @Id)
        """;

    public const string Page =
        """
        order by case when @SortBy = 'total asc' then o.total_cents end, case when @SortBy = 'total desc' then o.total_cents end desc,
                 case when @SortBy = 'updated asc' then o.updated_at end, case when @SortBy = 'updated desc' then o.updated_at end desc,
                 case when @SortBy = 'created asc' then o.created_at end, case when @SortBy = 'created asc' then o.id end,
                 o.created_at desc, o.id desc
        offset @Skip rows fetch next @Take rows only
        """;

    public const string Order =
        """
        o.id, o.order_no as number, o.user_id, o.status, coalesce(o.payment_state, '') as payment_status, o.payment_method,
        o.payment_intent_id, o.payment_reference, o.payment_failure_code, o.payment_failure_message, o.total_cents, o.refunded_cents,
        o.currency, o.plan_id, o.plan_snapshot, o.metadata, o.paid_at, o.cancelled_at, o.refunded_at,
        o.payment_due_at, o.expired_at, o.created_at, o.updated_at, nullif(o.credit_cents, 0) as credit_cents
        """;

    public const string Items =
        """
        select i.id, i.order_id, 'plan' as item_type, coalesce(x.plan_id, 0) as item_id, i.name, i.qty as quantity,
               i.amount_cents / i.qty as unit_price_cents, x.currency, i.amount_cents as subtotal_cents, i.spec as metadata, i.created_at
        from order_items i
        join orders x on x.id = i.order_id
        """;

    public const string Refunds =
        "select r.id, r.order_id, r.amount_cents, r.reason, r.reference, r.metadata, r.created_at from order_refunds r";

    public const string Payments =
        """
        select p.id, p.order_id, p.method as provider, 'external' as method, coalesce(p.trade_no, '') as intent_id,
               coalesce(p.reference, '') as reference,
               case p.status when 'approved' then 'succeeded' when 'rejected' then 'failed' else 'pending' end as status,
               p.amount_cents, p.currency, coalesce(p.failure_code, '') as failure_code,
               coalesce(p.failure_message, '') as failure_message, p.metadata, p.created_at, p.updated_at
        from order_payments p
        """;
}

/// <summary>Which orders; null lets every one through.</summary>
/// <param name="Id">0 for any.</param>
internal sealed record PlanOrderArgs(
    long UserId,
    long Id,
    string? Status,
    string? PaymentMethod,
    string? PaymentStatus,
    string? Number,
    string SortBy,
    int Skip,
    int Take)
{
    public static PlanOrderArgs One(long user, long id) => new(user, id, null, null, null, null, "created desc", 0, 1);
}
