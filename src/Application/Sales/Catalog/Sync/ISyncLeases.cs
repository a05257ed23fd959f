using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Sync;

public interface ISyncLeases : IRepository<SyncLease, SyncLeaseId>
{
    /// <summary>The one row, held until the transaction ends; made when it is missing.</summary>
    Task<SyncLease> ForUpdate(CancellationToken ct);
}
