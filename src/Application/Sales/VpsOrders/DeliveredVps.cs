using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders;

public sealed record DeliveredVps(VpsId Id, OrderItemId Item);
