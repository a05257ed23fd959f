using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>One transaction on one context. State and what records it are written together; keys are known before, or flushed for.</summary>
internal sealed class EfUnitOfWork(
    PanelDb db, IDialect dialect, TimeProvider clock, IEnumerable<IEventRecorder> recorders, IEnumerable<ICommitListener> listeners)
    : IUnitOfWork, IAsyncDisposable
{
    private readonly List<CommittedEvent> _events = [];
    private readonly List<AggregateRoot> _removed = [];
    private readonly HashSet<AggregateRoot> _counted = [];
    private readonly List<Action> _afterCommit = [];
    private IDbContextTransaction? _transaction;

    // What is answered is what is stored: everything that one command touches has one time.
    private DateTimeOffset? _now;

    public bool IsOpen => _transaction is not null;

    public async Task Begin(CancellationToken ct) =>
        _transaction ??= await Guard(() => db.Database.BeginTransactionAsync(ct));

    public async Task Flush(CancellationToken ct)
    {
        await Begin(ct);
        await Detected(() => Write(ct));
    }

    public void Stamp()
    {
        var tracker = db.ChangeTracker;
        tracker.DetectChanges();
        tracker.AutoDetectChangesEnabled = false;
        StampChanges();
        tracker.AutoDetectChangesEnabled = true;
    }

    /// <summary>
    /// Writes what one of several steps did and forgets what it loaded, so that the next one reads afresh; the transaction stays open.
    /// </summary>
    public async Task WriteStep(CancellationToken ct)
    {
        await Detected(async () =>
        {
            if (HasWork())
                await Write(ct);
        });
        db.ChangeTracker.Clear();
    }

    public void Audit(AuditRecord record, ICurrentActor actor) =>
        db.Add(AuditRow.Of(record, actor, clock.GetUtcNow()));

    /// <summary>Runs once the open transaction is committed, and never when it is not; must be quick and must not throw.</summary>
    public void AfterCommit(Action act) => _afterCommit.Add(act);

    public async Task Commit(CancellationToken ct)
    {
        await Detected(async () =>
        {
            if (HasWork())
            {
                await Begin(ct);
                await Write(ct);
            }
        });

        // A read-only outcome, such as a repeat that changes nothing, costs no transaction.
        if (_transaction is null)
            return;

        await Guard(() => _transaction.CommitAsync(ct));
        await End();
        var committed = _events.ToList();
        _events.Clear();
        foreach (var listener in listeners)
            listener.Committed(committed);

        foreach (var act in _afterCommit)
            act();

        _afterCommit.Clear();
    }

    public async Task Rollback(CancellationToken ct)
    {
        Forget();
        if (_transaction is not null)
            await _transaction.RollbackAsync(CancellationToken.None);

        await End();
    }

    /// <summary>A statement of the transaction's own; a race that it loses is reported as one.</summary>
    public async Task<T> Run<T>(Func<Task<T>> statement)
    {
        await Begin(CancellationToken.None);
        return await Guard(statement);
    }

    /// <summary>Holds the row until the transaction ends; waits while another one holds it.</summary>
    public Task Lock(string table, long id, CancellationToken ct) =>
        Run(() => db.Database.ExecuteSqlRawAsync(dialect.LockRow(table), [id], ct));

    /// <summary>Holds these rows in this order until the transaction ends; waits while another one holds them.</summary>
    public Task LockAll(string table, long[] ids, CancellationToken ct) => Run(() =>
        db.Database.GetDbConnection().ExecuteAsync(new CommandDefinition(
            dialect.LockRows(table), new { ids = dialect.KeyList(ids) }, db.Database.CurrentTransaction!.GetDbTransaction(), cancellationToken: ct)));

    /// <summary>
    /// Forgets everything since this point of the transaction, whose locks from before it stay; false when the whole transaction is gone.
    /// </summary>
    public async Task<bool> BackToPoint(string point, CancellationToken ct)
    {
        Forget();
        try
        {
            await _transaction!.RollbackToSavepointAsync(point, ct);
            return true;
        }
        catch (Exception error) when (error is DbException or InvalidOperationException)
        {
            await End();
            return false;
        }
    }

    public async ValueTask DisposeAsync() => await End();

    private void Forget()
    {
        db.ChangeTracker.Clear();
        _events.Clear();
        _removed.Clear();
        _counted.Clear();
        _afterCommit.Clear();
    }

    /// <summary>Looks for changes once. Every entry that is asked for would look through everything again.</summary>
    private async Task Detected(Func<Task> act)
    {
        var tracker = db.ChangeTracker;
        tracker.DetectChanges();
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            await act();
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = true;
        }
    }

    private bool HasWork() => db.ChangeTracker.HasChanges() || PendingRoots().Any();

    private async Task Write(CancellationToken ct)
    {
        RememberRemoved();
        StampChanges();

        // Events name their aggregate, whose key only its insert gives where the database numbers it.
        if (PendingRoots().Any(root => root.Key <= 0))
            await Guard(() => db.SaveChangesAsync(ct));

        RecordEvents();
        await Guard(() => db.SaveChangesAsync(ct));
        _counted.Clear();
    }

    /// <summary>The tracker forgets a removed aggregate as soon as its row is gone, but its last event still has to go out.</summary>
    private void RememberRemoved() => _removed.AddRange(db.ChangeTracker.Entries<AggregateRoot>()
        .Where(entry => entry.State == EntityState.Deleted).Select(entry => entry.Entity));

    private void RecordEvents()
    {
        foreach (var root in PendingRoots().ToList())
        {
            foreach (var happened in root.PendingEvents)
            {
                _events.Add(new CommittedEvent(root, happened));
                foreach (var row in recorders.SelectMany(recorder => recorder.Rows(root, happened)))
                    db.Add(row);
            }

            root.ClearEvents();
        }

        _removed.Clear();
    }

    private IEnumerable<AggregateRoot> PendingRoots() =>
        db.ChangeTracker.Entries<AggregateRoot>().Select(entry => entry.Entity).Concat(_removed)
            .Where(root => root.PendingEvents.Count > 0).Distinct();

    private void StampChanges()
    {
        var now = _now ??= clock.GetUtcNow();
        foreach (var entry in db.ChangeTracker.Entries().ToList())
        {
            if (entry.Entity is AggregateRoot root)
                Count(entry, root);

            if (entry.Entity is not ITimestamped || entry.State is not (EntityState.Added or EntityState.Modified))
                continue;

            entry.Property(nameof(ITimestamped.UpdatedAt)).CurrentValue = now;
            if (entry.State == EntityState.Added)
                entry.Property(nameof(ITimestamped.CreatedAt)).CurrentValue = now;
        }
    }

    /// <summary>An event with unchanged columns (a child changed) still counts as a change of the whole, once a write.</summary>
    private void Count(EntityEntry entry, AggregateRoot root)
    {
        var changes = entry.State is EntityState.Added or EntityState.Modified
            || (entry.State == EntityState.Unchanged && root.PendingEvents.Count > 0);
        if (changes && _counted.Add(root))
            entry.Property(nameof(AggregateRoot.RowVersion)).CurrentValue = root.RowVersion + 1;
    }

    private async Task<T> Guard<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (DbUpdateConcurrencyException lost)
        {
            throw new ConcurrencyConflictException("row version", lost);
        }
        catch (DbUpdateException failed) when (failed.InnerException is DbException error && IsRace(error))
        {
            throw new ConcurrencyConflictException(error.Message, failed);
        }
        catch (InvalidOperationException failed) when (failed.InnerException?.GetBaseException() is DbException error && IsRace(error))
        {
            // Npgsql's strategy wraps what another try might mend, such as a deadlock, once more.
            throw new ConcurrencyConflictException(error.Message, failed);
        }
        catch (DbException error) when (IsRace(error))
        {
            throw new ConcurrencyConflictException(error.Message, error);
        }
    }

    private Task<bool> Guard(Func<Task> write) => Guard(async () =>
    {
        await write();
        return true;
    });

    private bool IsRace(DbException error) => dialect.IsUniqueViolation(error) || dialect.IsConcurrencyConflict(error);

    private async Task End()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync();

        _transaction = null;
        _now = null;
    }
}
