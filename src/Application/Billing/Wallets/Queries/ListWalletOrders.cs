using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets.Queries;

/// <summary>The caller's own, newest first.</summary>
public sealed record ListMyWalletOrders(Paging Paging) : IQuery<Page<WalletOrderView>>;

/// <summary>Everyone's, for admins; what is null or blank lets every row through.</summary>
public sealed record ListWalletOrders(string? Status, UserId? UserId, Paging Paging) : IQuery<Page<WalletOrderView>>;

internal sealed class ListMyWalletOrdersHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<ListMyWalletOrders, Page<WalletOrderView>>
{
    private static readonly Sql<Args, WalletOrderView> Rows = new(
        """
        select id, user_id, type, amount_cents as amount, currency, status, note, meta, reviewed_by, review_reason, created_at, updated_at
        from wallet_orders
        where user_id = @UserId
        order by created_at desc, id desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new("select cast(count(*) as bigint) from wallet_orders where user_id = @UserId");

    public async Task<Result<Page<WalletOrderView>>> Handle(ListMyWalletOrders request, CancellationToken cancellationToken) =>
        await db.Page(Rows, Count, new Args(actor.UserId.Value, request.Paging.Skip, request.Paging.Take), cancellationToken);

    internal sealed record Args(long UserId, int Skip, int Take);
}

internal sealed class ListWalletOrdersHandler(IReadDb db) : IQueryHandler<ListWalletOrders, Page<WalletOrderView>>
{
    private static readonly Sql<Args, WalletOrderView> Rows = new(
        """
        select id, user_id, type, amount_cents as amount, currency, status, note, meta, reviewed_by, review_reason, created_at, updated_at
        from wallet_orders
        where (@Status = '' or status = @Status) and (@UserId < 0 or user_id = @UserId)
        order by created_at desc, id desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new(
        """
        select cast(count(*) as bigint)
        from wallet_orders
        where (@Status = '' or status = @Status) and (@UserId < 0 or user_id = @UserId)
        """);

    public async Task<Result<Page<WalletOrderView>>> Handle(ListWalletOrders request, CancellationToken cancellationToken)
    {
        var args = new Args(request.Status ?? "", request.UserId?.Value ?? -1, request.Paging.Skip, request.Paging.Take);
        return await db.Page(Rows, Count, args, cancellationToken);
    }

    internal sealed record Args(string Status, long UserId, int Skip, int Take);
}
