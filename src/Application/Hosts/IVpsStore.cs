using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts;

public interface IVpsStore : IRepository<Vps, VpsId>
{
    Task<Vps?> FindByItem(OrderItemId item, CancellationToken ct);

    Task<IReadOnlyList<Vps>> FindByItems(IReadOnlyList<OrderItemId> items, CancellationToken ct);
}
