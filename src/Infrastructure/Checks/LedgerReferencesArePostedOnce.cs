using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Checks;

internal sealed class LedgerReferencesArePostedOnce(IReadDb db) : IInvariant
{
    private static readonly Sql<CheckArgs, string> Repeated = new(
        """
        select concat('wallet ', wallet_id, ' has ', count(*), ' entries of kind ', kind, ' for ', ref_type, ' ', ref_id)
        from wallet_entries
        group by wallet_id, kind, ref_type, ref_id
        having count(*) > 1
        order by wallet_id, kind, ref_type, ref_id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> Unbooked = new(
        """
        select concat('wallet order ', o.id, ' is ', o.status, ' and has ', count(e.id), ' entries')
        from wallet_orders o
        join wallets w on w.user_id = o.user_id and w.currency = o.currency
        left join wallet_entries e on e.wallet_id = w.id and e.kind = o.type
            and e.ref_type = coalesce(o.ref_type, 'wallet_order') and e.ref_id = coalesce(o.ref_id, o.id)
        group by o.id, o.status, o.ref_type
        having (o.status = 'approved' and count(e.id) <> 1) or (o.status <> 'approved' and o.ref_type is null and count(e.id) > 0)
        order by o.id
        offset 0 rows fetch next @Take rows only
        """);

    public string Name => "A wallet books every cause once per kind, and a wallet order exactly when it is approved";

    public Task<IReadOnlyList<string>> Violations(CancellationToken ct) => db.Run(ct, Repeated, Unbooked);
}
