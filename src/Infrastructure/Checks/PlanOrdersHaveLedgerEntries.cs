using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Checks;

internal sealed class PlanOrdersHaveLedgerEntries(IReadDb db) : IInvariant
{
    private static readonly Sql<CheckArgs, string> Unpaid = new(
        """
        select concat('order ', o.id, ' is ', o.status, ' but no wallet, no payment and nobody with a name paid ', o.total_cents)
        from orders o
        where o.kind = 'plan' and o.total_cents > 0 and o.status in ('paid', 'partially_refunded', 'refunded') and o.approved_by_name = ''
          and not exists (select 1 from order_payments p
              where p.order_id = o.id and p.settled_at is not null and p.credited_back_at is null and p.amount_cents = o.total_cents)
          and not exists (select 1 from wallet_entries e join wallets w on w.id = e.wallet_id
              where w.user_id = o.user_id and e.kind = 'purchase' and e.ref_type = 'order' and e.ref_id = o.id
                and e.amount_cents = -o.total_cents)
        order by o.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> PaidForNothing = new(
        """
        select concat('order ', o.id, ' is ', o.status, ' but entry ', e.seq, ' of wallet ', e.wallet_id, ' paid it')
        from orders o
        join wallet_entries e on e.kind = 'purchase' and e.ref_type = 'order' and e.ref_id = o.id
        where o.kind = 'plan' and o.status not in ('paid', 'partially_refunded', 'refunded')
        order by o.id, e.seq
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> Refunds = new(
        """
        select concat('order ', o.id, ' says that ', o.refunded_cents, ' of ', o.total_cents, ' went back, its refunds say ',
                      coalesce(sum(r.amount_cents), 0), ' and it is ', o.status)
        from orders o
        left join order_refunds r on r.order_id = o.id
        where o.kind = 'plan'
        group by o.id, o.refunded_cents, o.total_cents, o.status
        having coalesce(sum(r.amount_cents), 0) <> o.refunded_cents or o.refunded_cents > o.total_cents
            or (o.status = 'refunded' and o.refunded_cents <> o.total_cents)
            or (o.status = 'partially_refunded' and (o.refunded_cents = 0 or o.refunded_cents = o.total_cents))
            or (o.status not in ('refunded', 'partially_refunded') and o.refunded_cents <> 0)
        order by o.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> NotCredited = new(
        """
        select concat('refund ', r.id, ' of order ', r.order_id, ' has ', count(e.id), ' entries of ', r.amount_cents)
        from order_refunds r
        left join wallet_entries e
          on e.kind = 'refund' and e.ref_type = 'plan_refund' and e.ref_id = r.id and e.amount_cents = r.amount_cents
        group by r.id, r.order_id, r.amount_cents
        having count(e.id) <> 1
        order by r.id
        offset 0 rows fetch next @Take rows only
        """);

    public string Name => "A paid order of a plan was paid once, by something, and gave back no more than that";

    public Task<IReadOnlyList<string>> Violations(CancellationToken ct) => db.Run(ct, Unpaid, PaidForNothing, Refunds, NotCredited);
}
