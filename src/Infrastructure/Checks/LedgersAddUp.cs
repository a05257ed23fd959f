using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Checks;

internal sealed class LedgersAddUp(IReadDb db) : IInvariant
{
    private static readonly Sql<CheckArgs, string> Balances = new(
        """
        select concat('wallet ', w.id, ' holds ', w.balance_cents, ' but its entries add up to ', coalesce(e.total, 0))
        from wallets w
        left join (select wallet_id, sum(amount_cents) as total, max(seq) as last_seq from wallet_entries group by wallet_id) e
            on e.wallet_id = w.id
        where w.balance_cents <> coalesce(e.total, 0) or coalesce(w.last_seq, 0) <> coalesce(e.last_seq, 0)
        order by w.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> Prefixes = new(
        """
        select concat('entry ', seq, ' of wallet ', wallet_id, ' says ', balance_after, ' but the entries up to it add up to ', total)
        from (
            select wallet_id, seq, balance_after,
                   sum(amount_cents) over (partition by wallet_id order by seq rows unbounded preceding) as total,
                   row_number() over (partition by wallet_id order by seq) as place
            from wallet_entries) e
        where balance_after <> total or balance_after < 0 or seq <> place
        order by wallet_id, seq
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> Reserves = new(
        """
        select concat('wallet ', w.id, ' has frozen ', w.frozen_cents, ' but its pending withdrawals add up to ', coalesce(o.total, 0))
        from wallets w
        left join (
            select user_id, currency, sum(amount_cents) as total from wallet_orders
            where type = 'withdraw' and status = 'pending_review' group by user_id, currency) o
            on o.user_id = w.user_id and o.currency = w.currency
        where w.frozen_cents <> coalesce(o.total, 0) or w.frozen_cents > w.balance_cents
        order by w.id
        offset 0 rows fetch next @Take rows only
        """);

    public string Name => "The entries of a wallet add up to its balance, at every one of them, and never below zero";

    public Task<IReadOnlyList<string>> Violations(CancellationToken ct) => db.Run(ct, Balances, Prefixes, Reserves);
}
