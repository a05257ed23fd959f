using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders;

public interface IOrders : IRepository<Order, OrderId>
{
    Task<Order?> FindByItem(OrderItemId item, CancellationToken ct);

    Task<bool> HasTradeNo(string tradeNo, CancellationToken ct);

    /// <summary>Whether a change to the VPS is ordered and has not ended.</summary>
    Task<bool> HasOpenChange(VpsId vps, CancellationToken ct);

    /// <summary>What the open change does to the VPS; null when none is open.</summary>
    Task<OrderItemAction?> OpenChangeOf(VpsId vps, CancellationToken ct);

    /// <summary>Holds the account, so that its orders are placed one after the other until the transaction ends.</summary>
    Task HoldOwner(UserId owner, CancellationToken ct);

    /// <summary>The owner's orders of both kinds that wait for money.</summary>
    Task<int> CountUnpaid(UserId owner, CancellationToken ct);

    /// <summary>The owner's VPS, those included that are ordered and not made yet.</summary>
    Task<int> CountVps(UserId owner, CancellationToken ct);

    /// <summary>Whether its owner was paid for giving it back, so that it will go although nothing may be under way just now.</summary>
    Task<bool> IsRefunded(VpsId vps, CancellationToken ct);

    /// <summary>What was paid for the VPS and what went back. Certain while the VPS is held.</summary>
    Task<VpsPayments> PaymentsFor(VpsId vps, CancellationToken ct);

    /// <summary>The items that cost something for the VPS, were carried out and are paid.</summary>
    Task<IReadOnlySet<OrderItemId>> PaidItems(VpsId vps, CancellationToken ct);

    /// <summary>The newest order that was paid for this VPS, held until the transaction ends.</summary>
    Task<Order?> FindPayerForUpdate(VpsId vps, CancellationToken ct);
}
