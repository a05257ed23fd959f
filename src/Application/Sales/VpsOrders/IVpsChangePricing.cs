using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>Prices changes of VPS that exist.</summary>
public interface IVpsChangePricing
{
    /// <summary>
    /// The same change of the same VPS as it would be ordered today; the VPS is held. <c>order.unavailable</c> when it cannot be ordered,
    /// <c>vps.change_pending</c> while another change is open.
    /// </summary>
    Task<Result<OrderItem>> PriceToday(OrderItem change, CancellationToken ct);
}
