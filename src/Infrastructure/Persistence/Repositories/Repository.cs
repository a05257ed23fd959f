using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
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
        var entry = await Set.AddAsync(aggregate, ct);
        if (IsNumberedByInsert(entry) || entry.Collections.Any(IsNumberedByInsert))
            await work.Flush(ct);
        else
            work.Stamp();
    }

    private static bool IsNumberedByInsert(EntityEntry entry) =>
        entry.Properties.Any(property => property.IsTemporary && property.Metadata.IsPrimaryKey());

    /// <summary>Children that are loaded with it are shown with it; what is only ever written, such as a grant, needs no number now.</summary>
    private bool IsNumberedByInsert(CollectionEntry children) => children.Metadata.IsEagerLoaded
        && children.CurrentValue is { } values && values.Cast<object>().Any(child => IsNumberedByInsert(db.Entry(child)));

    public void Remove(TAggregate aggregate) => Set.Remove(aggregate);
}
