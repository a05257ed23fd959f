using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Orders;

public interface IOrders : IRepository<Order, OrderId>
{
    /// <summary>The order of a gateway attempt, held until the transaction ends.</summary>
    Task<Order?> FindByTradeNoForUpdate(string tradeNo, CancellationToken ct);

    Task<Order?> FindByItem(OrderItemId item, CancellationToken ct);

    Task<bool> HasTradeNo(string tradeNo, CancellationToken ct);
}
