using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

public interface IVpsRepository : IRepository<Vps, VpsId>
{
    /// <summary>
    /// A look before the upstream is asked, which must happen without a lock. Not tracked: a later
    /// <see cref="IRepository{TAggregate, TId}.FindForUpdate"/> sees what was written since.
    /// </summary>
    Task<Vps?> FindAsNoTracking(VpsId id, CancellationToken ct);

    Task<Vps?> FindByItem(OrderItemId item, CancellationToken ct);

    /// <summary>By the upstream's id of the host.</summary>
    Task<Vps?> FindByInstance(string instanceId, CancellationToken ct);

    /// <summary>
    /// Writes down at once that the upstream showed the machine of this row. No change of the aggregate: whoever is changing the row at
    /// this moment has not lost a race.
    /// </summary>
    Task RecordSighting(VpsId id, DateTimeOffset seenAt, CancellationToken ct);

    Task<IReadOnlyList<Vps>> FindByItems(IReadOnlyList<OrderItemId> items, CancellationToken ct);
}
