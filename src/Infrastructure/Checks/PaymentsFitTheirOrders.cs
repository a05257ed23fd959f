using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Checks;

internal sealed class PaymentsFitTheirOrders(IReadDb db) : IInvariant
{
    private static readonly Sql<CheckArgs, string> TooMuch = new(
        """
        select concat('order ', o.id, ' of ', o.total_cents, ' keeps ', sum(p.amount_cents), ' that was collected')
        from orders o
        join order_payments p on p.order_id = o.id
        where p.settled_at is not null and p.credited_back_at is null
        group by o.id, o.total_cents
        having sum(p.amount_cents) > o.total_cents
        order by o.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> NotCredited = new(
        """
        select concat('payment ', p.id, ' of order ', p.order_id, ' was given back, but no wallet got ', p.amount_cents)
        from order_payments p
        join orders o on o.id = p.order_id
        where p.credited_back_at is not null and not exists (
            select 1 from wallet_entries e
            join wallets w on w.id = e.wallet_id
            where w.user_id = o.user_id and e.ref_type = 'order_payment' and e.ref_id = p.id and e.amount_cents = p.amount_cents)
        order by p.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> NotDebited = new(
        """
        select concat('payment ', p.id, ' of order ', p.order_id, ' is from the wallet, but none paid ', p.amount_cents)
        from order_payments p
        join orders o on o.id = p.order_id
        where p.method = 'balance' and p.settled_at is not null and o.kind = 'console' and not exists (
            select 1 from wallet_entries e
            join wallets w on w.id = e.wallet_id
            where w.user_id = o.user_id and e.ref_type = 'order' and e.ref_id = o.id and e.amount_cents = -p.amount_cents)
        order by p.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> ExcessNotCredited = new(
        """
        select concat('payment ', p.id, ' of order ', p.order_id, ' collected ', p.collected_cents, ', but no wallet got what is above ',
                      p.amount_cents)
        from order_payments p
        join orders o on o.id = p.order_id
        where p.collected_cents > p.amount_cents and not exists (
            select 1 from wallet_entries e
            join wallets w on w.id = e.wallet_id
            where w.user_id = o.user_id and e.ref_type = 'payment_excess' and e.ref_id = p.id
              and e.amount_cents = p.collected_cents - p.amount_cents)
        order by p.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> UnderpaymentNotCredited = new(
        """
        select concat('notice ', n.id, ' tells of ', n.amount_cents, ' for order ', n.order_id, ', but no wallet got it')
        from payment_notices n
        join orders o on o.id = n.order_id
        where n.verdict = 'underpaid' and not exists (
            select 1 from wallet_entries e
            join wallets w on w.id = e.wallet_id
            where w.user_id = o.user_id and e.ref_type = 'payment_notice' and e.ref_id = n.id and e.amount_cents = n.amount_cents)
        order by n.id
        offset 0 rows fetch next @Take rows only
        """);

    public string Name => "An order keeps no more than its total, and what moved between it and a wallet moved at both ends";

    public Task<IReadOnlyList<string>> Violations(CancellationToken ct) =>
        db.Run(ct, TooMuch, NotCredited, NotDebited, ExcessNotCredited, UnderpaymentNotCredited);
}
