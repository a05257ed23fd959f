using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>The VPS that orders delivered, as far as orders have to know of them.</summary>
public interface IDeliveredVps
{
    /// <summary>Those of the items that have one, being made or lost included.</summary>
    Task<IReadOnlyList<DeliveredVps>> OfItems(IReadOnlyList<OrderItemId> items, CancellationToken ct);

    /// <summary>Holds its row until the transaction ends, so that nobody changes or refunds it meanwhile.</summary>
    Task Hold(VpsId vps, CancellationToken ct);
}
