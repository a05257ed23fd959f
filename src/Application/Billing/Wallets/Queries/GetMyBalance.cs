using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets.Queries;

/// <summary>The caller's money in one currency and what moved it, newest first: another view of the ledger that the console lists.</summary>
/// <param name="Currency">Null for the default currency, or the only other one that the caller has.</param>
/// <param name="EntryType">Null for all.</param>
public sealed record GetMyBalance(string? Currency, string? EntryType, Paging Paging) : IQuery<BalanceStatement>;

public sealed record BalanceStatement(BalanceView Balance, Page<BalanceTransactionView> Transactions);

internal sealed class GetMyBalanceHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<GetMyBalance, BalanceStatement>
{
    private const string Mine =
        """
        from wallets w
        join wallet_entries e on e.wallet_id = w.id
        where w.user_id = @UserId and w.currency = @Currency and (@EntryType is null or e.kind = @EntryType)
        """;

    private const string OfOrder = "'order', 'order_refund', 'vps_refund', 'resize_refund'";

    private static readonly Sql<OwnerArgs, WalletRow> Purses = new(
        """
        select w.currency
        from wallets w
        where w.user_id = @UserId
        order by case when w.currency = @Preferred then 0 else 1 end, w.id
        """);

    private static readonly Sql<Args, BalanceTransactionView> Rows = new(
        $"""
        select e.id, e.kind as entry_type, e.amount_cents, w.currency, e.balance_after as balance_after_cents,
               case when o.order_no is null then concat(e.ref_type, ':', e.ref_id) else concat('order:', o.order_no) end as reference,
               e.note as description, e.metadata, e.created_at
        from wallets w
        join wallet_entries e on e.wallet_id = w.id
        left join order_refunds r on e.ref_type = 'plan_refund' and r.id = e.ref_id
        left join order_payments p on e.ref_type in ('order_payment', 'payment_excess') and p.id = e.ref_id
        left join payment_notices n on e.ref_type = 'payment_notice' and n.id = e.ref_id
        left join orders o on o.id = coalesce(r.order_id, p.order_id, n.order_id, case when e.ref_type in ({OfOrder}) then e.ref_id end)
        where w.user_id = @UserId and w.currency = @Currency and (@EntryType is null or e.kind = @EntryType)
        order by e.seq desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Mine}");

    public async Task<Result<BalanceStatement>> Handle(GetMyBalance query, CancellationToken ct)
    {
        var currency = query.Currency
            ?? (await db.First(Purses, new OwnerArgs(actor.UserId.Value, Money.DefaultCurrency), ct))?.Currency
            ?? Money.DefaultCurrency;
        var args = new Args(actor.UserId.Value, currency, query.EntryType, query.Paging.Skip, query.Paging.Take);
        return new BalanceStatement(await db.Balance(actor.UserId, currency, ct), await db.Page(Rows, Count, args, ct));
    }

    internal sealed record OwnerArgs(long UserId, string Preferred);

    internal sealed record Args(long UserId, string Currency, string? EntryType, int Skip, int Take);

    internal sealed record WalletRow(string Currency);
}
