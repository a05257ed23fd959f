using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal class Repository<TAggregate, TId>(PanelDb db, EfUnitOfWork work, IDialect dialect) : IRepository<TAggregate, TId>
    where TAggregate : AggregateRoot<TId>
    where TId : struct, IId<TId>
{
    protected DbSet<TAggregate> Set => db.Set<TAggregate>();

    public Task<TAggregate?> Find(TId id, CancellationToken ct) => Set.FirstOrDefaultAsync(item => item.Id.Equals(id), ct);

    public async Task<TAggregate?> FindForUpdate(TId id, CancellationToken ct)
    {
        await work.Begin(ct);
        try
        {
            // The lock comes first and the load second: a load that waited for the lock itself would join the row's new
            // columns with the children of the snapshot from before the wait.
            await db.Database.ExecuteSqlRawAsync(dialect.LockRow(Set.EntityType.GetTableName()!), [id.Value], ct);
        }
        catch (DbException error) when (dialect.IsConcurrencyConflict(error))
        {
            throw new ConcurrencyConflictException(error.Message, error);
        }

        return await Find(id, ct);
    }

    public async Task Add(TAggregate aggregate, CancellationToken ct)
    {
        Set.Add(aggregate);
        await work.Flush(ct);
    }

    public void Remove(TAggregate aggregate) => Set.Remove(aggregate);
}
