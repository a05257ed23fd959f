using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Loads and keeps whole aggregates. What a handler changes is stored by the pipeline.</summary>
public interface IRepository<TAggregate, in TId>
    where TAggregate : AggregateRoot
    where TId : struct
{
    Task<TAggregate?> Find(TId id, CancellationToken ct);

    /// <summary>
    /// Loads the aggregate and holds its row until the transaction ends, so that parallel commands on it queue up.
    /// Lock order, to keep out deadlocks: order, wallet, vps, stock.
    /// </summary>
    Task<TAggregate?> FindForUpdate(TId id, CancellationToken ct);

    /// <summary>
    /// The id is known afterwards. What is numbered from blocks is inserted with the commit; what the database numbers is inserted at once,
    /// inside the transaction.
    /// </summary>
    Task Add(TAggregate aggregate, CancellationToken ct);

    void Remove(TAggregate aggregate);
}
