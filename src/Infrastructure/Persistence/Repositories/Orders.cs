using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Orders;
using VpsPanel.Domain.Orders;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Orders(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<Order, OrderId>(db, work, dialect), IOrders
{
    public async Task<Order?> FindByTradeNoForUpdate(string tradeNo, CancellationToken ct)
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
}
