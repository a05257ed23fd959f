using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Cart.Queries;

public sealed record ListMyCart : IQuery<Listing<CartItemView>>;

internal sealed class ListMyCartHandler(IReadDb db, ICurrentActor actor) : IQueryHandler<ListMyCart, Listing<CartItemView>>
{
    internal static readonly Sql<Args, Row> Mine = new(
        """
        select id, user_id, package_id, system_id, add_cores, add_mem_gb, add_disk_gb, add_bw_mbps,
               billing_cycle_id, cycle_qty, duration_months, qty, amount, created_at, updated_at
        from cart_items
        where user_id = @UserId
        order by id desc
        """);

    public async Task<Result<Listing<CartItemView>>> Handle(ListMyCart request, CancellationToken cancellationToken)
    {
        var rows = await db.List(Mine, new Args(actor.UserId.Value), cancellationToken);
        return new Listing<CartItemView>([.. rows.Select(row => row.View)]);
    }

    internal sealed record Args(long UserId);

    internal sealed record Row(
        long Id,
        long UserId,
        long PackageId,
        long SystemId,
        int AddCores,
        int AddMemGb,
        int AddDiskGb,
        int AddBwMbps,
        long BillingCycleId,
        int CycleQty,
        int DurationMonths,
        int Qty,
        Yuan Amount,
        DateTimeOffset CreatedAt,
        DateTimeOffset UpdatedAt)
    {
        public CartItemView View => new(
            Id, UserId, PackageId, SystemId,
            new CartSpec(AddCores, AddMemGb, AddDiskGb, AddBwMbps, BillingCycleId, CycleQty, DurationMonths),
            Qty, Amount, CreatedAt, UpdatedAt);
    }
}
