using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Catalog;

namespace VpsPanel.Application.Catalog.Sync;

public interface ISyncTurns : IRepository<SyncTurn, SyncTurnId>
{
    /// <summary>The one row, held until the transaction ends; made when it is missing.</summary>
    Task<SyncTurn> ForUpdate(CancellationToken ct);
}
