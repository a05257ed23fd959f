using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Checks;

internal sealed class CurrenciesNeverMix(IReadDb db) : IInvariant
{
    private static readonly Sql<CheckArgs, string> WalletOrders = new(
        """
        select concat('entry ', e.seq, ' of wallet ', w.id, ' in ', w.currency, ' books wallet order ', o.id, ' in ', o.currency)
        from wallet_entries e
        join wallets w on w.id = e.wallet_id
        join wallet_orders o on o.id = e.ref_id and e.ref_type = 'wallet_order'
        where o.currency <> w.currency or o.user_id <> w.user_id
        order by w.id, e.seq
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> Orders = new(
        """
        select concat('entry ', e.seq, ' of wallet ', w.id, ' in ', w.currency, ' books order ', o.id, ' in ', o.currency)
        from wallet_entries e
        join wallets w on w.id = e.wallet_id
        join orders o on o.id = e.ref_id and e.ref_type in ('order', 'order_refund', 'vps_refund', 'resize_refund')
        where o.currency <> w.currency or o.user_id <> w.user_id
        order by w.id, e.seq
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> Payments = new(
        """
        select concat('payment ', p.id, ' in ', p.currency, ' is on order ', o.id, ' in ', o.currency)
        from order_payments p
        join orders o on o.id = p.order_id
        where p.currency <> o.currency
        order by p.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> PlanRefunds = new(
        """
        select concat('entry ', e.seq, ' of wallet ', w.id, ' in ', w.currency,
                      ' books refund ', r.id, ' of order ', o.id, ' in ', o.currency)
        from wallet_entries e
        join wallets w on w.id = e.wallet_id
        join order_refunds r on r.id = e.ref_id and e.ref_type = 'plan_refund'
        join orders o on o.id = r.order_id
        where o.currency <> w.currency or o.user_id <> w.user_id
        order by w.id, e.seq
        offset 0 rows fetch next @Take rows only
        """);

    public string Name => "Money is booked for things of the same user and currency only";

    public Task<IReadOnlyList<string>> Violations(CancellationToken ct) => db.Run(ct, WalletOrders, Orders, Payments, PlanRefunds);
}
