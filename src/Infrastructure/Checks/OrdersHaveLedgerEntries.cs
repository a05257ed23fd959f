using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Checks;

internal sealed class OrdersHaveLedgerEntries(IReadDb db) : IInvariant
{
    private static readonly Sql<CheckArgs, string> Unbacked = new(
        """
        select concat('order ', o.id, ' is ', o.status, ' but nobody paid it and nobody with a name approved it')
        from orders o
        where o.kind = 'console' and o.total_cents > 0 and o.status in ('approved', 'provisioning', 'active', 'failed')
          and o.approved_by is null and o.approved_by_name in ('', 'system')
          and not exists (select 1 from order_payments p where p.order_id = o.id and p.status = 'approved')
        order by o.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> Gaps = new(
        """
        select concat('order ', o.id, ' counts ', o.last_event_seq, ' events and has ', count(e.id))
        from orders o
        left join order_events e on e.order_id = o.id
        group by o.id, o.last_event_seq
        having count(e.id) <> o.last_event_seq or coalesce(max(e.seq), 0) <> o.last_event_seq
        order by o.id
        offset 0 rows fetch next @Take rows only
        """);

    public string Name => "An order in work was paid or approved by somebody, and its history has no gap";

    public Task<IReadOnlyList<string>> Violations(CancellationToken ct) => db.Run(ct, Unbacked, Gaps);
}
