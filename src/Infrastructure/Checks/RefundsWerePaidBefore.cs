using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Checks;

internal sealed class RefundsWerePaidBefore(IReadDb db) : IInvariant
{
    private static readonly Sql<CheckArgs, string> TooMuch = new(
        """
        select concat('vps ', i.vps_id, ' got ', sum(i.refunded_cents), ' back of less that was paid for it')
        from order_items i
        where i.vps_id is not null
        group by i.vps_id
        having sum(i.refunded_cents) > (
            select coalesce(sum(p.amount_cents), 0) from order_items p
            where p.vps_id = i.vps_id and p.amount_cents > 0 and p.status = 'active' and exists (
                select 1 from order_payments m
                where m.order_id = p.order_id and m.status = 'approved' and m.credited_back_at is null))
        order by i.vps_id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> NotBooked = new(
        """
        select concat('item ', i.id, ' of order ', i.order_id, ' refunded ', i.refunded_cents, ', but no wallet got that')
        from order_items i
        join orders o on o.id = i.order_id
        where i.refunded_cents > 0 and i.action in ('refund', 'resize') and i.amount_cents < 0 and not exists (
            select 1 from wallet_entries e
            join wallets w on w.id = e.wallet_id
            where w.user_id = o.user_id and e.ref_type in ('vps_refund', 'resize_refund') and e.ref_id = o.id
              and e.amount_cents = i.refunded_cents)
        order by i.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> NotCounted = new(
        """
        select concat('wallet entry ', e.id, ' refunds order ', e.ref_id, ', which does not know of it')
        from wallet_entries e
        where e.ref_type in ('vps_refund', 'resize_refund') and not exists (
            select 1 from order_items i where i.order_id = e.ref_id and i.refunded_cents = e.amount_cents)
        order by e.id
        offset 0 rows fetch next @Take rows only
        """);

    public string Name => "No VPS gave back more than was paid for it, and every refund is in a wallet";

    public Task<IReadOnlyList<string>> Violations(CancellationToken ct) => db.Run(ct, TooMuch, NotBooked, NotCounted);
}
