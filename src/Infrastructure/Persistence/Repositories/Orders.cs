using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Billing.Settlements;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Orders(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<Order, OrderId>(db, work, dialect), IOrders, IPayables
{
    private readonly PanelDb _db = db;
    private readonly EfUnitOfWork _work = work;

    public async Task<IPayable?> FindByTradeNoForUpdate(string tradeNo, CancellationToken ct)
    {
        var id = await Set.Where(order => order.Payments.Any(payment => payment.TradeNo == tradeNo))
            .Select(order => (OrderId?)order.Id)
            .FirstOrDefaultAsync(ct);
        return id is { } found ? await FindForUpdate(found, ct) : null;
    }

    public Task<Order?> FindByItem(OrderItemId item, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(order => order.Items.Any(candidate => candidate.Id == item), ct);

    public Task<bool> HasTradeNo(string tradeNo, CancellationToken ct) =>
        Set.AnyAsync(order => order.Payments.Any(payment => payment.TradeNo == tradeNo), ct);

    public Task<bool> HasOpenChange(VpsId vps, CancellationToken ct) => Set.AnyAsync(order => order.OpenVpsId == vps, ct);

    public Task<OrderItemAction?> OpenChangeOf(VpsId vps, CancellationToken ct) =>
        Set.Where(order => order.OpenVpsId == vps).SelectMany(order => order.Items).Where(item => item.VpsId == vps)
            .Select(item => (OrderItemAction?)item.Action).FirstOrDefaultAsync(ct);

    public Task HoldOwner(UserId owner, CancellationToken ct) => _work.Lock("users", owner.Value, ct);

    public Task<int> CountUnpaid(UserId owner, CancellationToken ct) => Set.CountAsync(
        order => order.UserId == owner && (order.Status == OrderStatus.PendingPayment || order.Status == OrderStatus.PaymentFailed), ct);

    public async Task<int> CountVps(UserId owner, CancellationToken ct)
    {
        var there = await _db.Set<Vps>().CountAsync(vps => vps.UserId == owner, ct);
        var ordered = await Set.Where(order => order.UserId == owner && order.Kind == OrderKind.Console).SelectMany(order => order.Items)
            .CountAsync(item => item.Action == OrderItemAction.Create && item.VpsId == null
                && (item.Status == OrderItemStatus.PendingPayment || item.Status == OrderItemStatus.PendingReview
                    || item.Status == OrderItemStatus.Approved || item.Status == OrderItemStatus.Provisioning), ct);
        return there + ordered;
    }

    public Task<bool> IsRefunded(VpsId vps, CancellationToken ct) => Set.AnyAsync(
        order => order.Items.Any(item => item.VpsId == vps && item.Action == OrderItemAction.Refund && item.RefundedCents > 0), ct);

    public async Task<VpsPayments> PaymentsFor(VpsId vps, CancellationToken ct)
    {
        var paid = await Paid(vps).SelectMany(order => order.Items)
            .Where(item => item.VpsId == vps && item.Status == OrderItemStatus.Active && item.AmountCents > 0)
            .SumAsync(item => item.AmountCents, ct);
        var refunded = await Set.SelectMany(order => order.Items).Where(item => item.VpsId == vps).SumAsync(item => item.RefundedCents, ct);
        return new VpsPayments(Money.Yuan(paid), Money.Yuan(refunded));
    }

    public async Task<IReadOnlySet<OrderItemId>> PaidItems(VpsId vps, CancellationToken ct) =>
        (await Paid(vps).SelectMany(order => order.Items)
            .Where(item => item.VpsId == vps && item.Status == OrderItemStatus.Active && item.AmountCents > 0)
            .Select(item => item.Id).ToListAsync(ct)).ToHashSet();

    public async Task<Order?> FindPayerForUpdate(VpsId vps, CancellationToken ct)
    {
        var id = await Paid(vps).OrderByDescending(order => order.CreatedAt).ThenByDescending(order => order.Id).Select(order => (OrderId?)order.Id).FirstOrDefaultAsync(ct);
        return id is { } found ? await FindForUpdate(found, ct) : null;
    }

    private IQueryable<Order> Paid(VpsId vps) => Set.Where(order =>
        order.Items.Any(item => item.VpsId == vps && item.Status == OrderItemStatus.Active && item.AmountCents > 0)
        && order.Payments.Any(payment => payment.Status == PaymentStatus.Approved && payment.CreditedBackAt == null));
}
