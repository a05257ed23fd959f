using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers;

internal sealed class DeliveredVpsRows(IVpsRepository vpsRepository) : IDeliveredVps
{
    public async Task<IReadOnlyList<DeliveredVps>> OfItems(IReadOnlyList<OrderItemId> items, CancellationToken ct) =>
        [.. (await vpsRepository.FindByItems(items, ct)).Select(vps => new DeliveredVps(vps.Id, vps.OrderItemId!.Value))];

    public Task Hold(VpsId vps, CancellationToken ct) => vpsRepository.FindForUpdate(vps, ct);
}
