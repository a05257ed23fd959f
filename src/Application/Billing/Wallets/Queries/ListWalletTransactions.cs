using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets.Queries;

/// <summary>The caller's own, in all currencies, newest first.</summary>
public sealed record ListMyWalletTransactions(Paging Paging) : IQuery<Page<WalletTransactionView>>;

/// <summary>Anyone's, for admins.</summary>
public sealed record ListWalletTransactions(UserId UserId, Paging Paging) : IQuery<Page<WalletTransactionView>>;

internal sealed class ListMyWalletTransactionsHandler(IReadDb db, ICurrentActor actor)
    : IQueryHandler<ListMyWalletTransactions, Page<WalletTransactionView>>
{
    public async Task<Result<Page<WalletTransactionView>>> Handle(
        ListMyWalletTransactions request, CancellationToken cancellationToken) =>
        await WalletTransactions.Read(db, actor.UserId, request.Paging, cancellationToken);
}

internal sealed class ListWalletTransactionsHandler(IReadDb db, IUsers users)
    : IQueryHandler<ListWalletTransactions, Page<WalletTransactionView>>
{
    public async Task<Result<Page<WalletTransactionView>>> Handle(ListWalletTransactions request, CancellationToken cancellationToken) =>
        await users.Find(request.UserId, cancellationToken) is null
            ? WalletErrors.UserNotFound
            : await WalletTransactions.Read(db, request.UserId, request.Paging, cancellationToken);
}

internal static class WalletTransactions
{
    private static readonly Sql<Args, WalletTransactionView> Rows = new(
        """
        select e.id, w.user_id, e.amount_cents as amount, case when e.amount_cents < 0 then 'debit' else 'credit' end as type, e.kind,
               e.ref_type, e.ref_id, e.note, e.balance_after, w.currency, e.created_at
        from wallets w
        join wallet_entries e on e.wallet_id = w.id
        where w.user_id = @UserId
        order by e.created_at desc, e.id desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new(
        """
        select cast(count(*) as bigint)
        from wallets w
        join wallet_entries e on e.wallet_id = w.id
        where w.user_id = @UserId
        """);

    public static Task<Page<WalletTransactionView>> Read(IReadDb db, UserId user, Paging paging, CancellationToken ct) =>
        db.Page(Rows, Count, new Args(user.Value, paging.Skip, paging.Take), ct);

    internal sealed record Args(long UserId, int Skip, int Take);
}
