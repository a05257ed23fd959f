using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>
/// Something that is read far more often than it changes. A change on this node is seen by the next reader, one on another node a few
/// seconds later. One reader reads anew while the others wait for it.
/// </summary>
public abstract class Cached<T>(TimeProvider clock) : ICommitListener, IDisposable
    where T : class
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _loading = new(1);
    private Entry? _entry;
    private int _changes;

    public ValueTask<T> Get(CancellationToken ct) => Fresh() is { } known ? new(known.Value) : new(Load(ct));

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        if (events.Any(happened => IsTouchedBy(happened.Event)))
            Interlocked.Increment(ref _changes);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _loading.Dispose();
    }

    protected abstract bool IsTouchedBy(IDomainEvent happened);

    protected abstract Task<T> Read(CancellationToken ct);

    private Entry? Fresh() => Volatile.Read(ref _entry) is { } entry
        && entry.Changes == Volatile.Read(ref _changes)
        && entry.Until > clock.GetUtcNow()
            ? entry
            : null;

    private async Task<T> Load(CancellationToken ct)
    {
        await _loading.WaitAsync(ct);
        try
        {
            if (Fresh() is { } loaded)
                return loaded.Value;

            // Counted before the read: a change that is committed during the read makes this entry stale at once.
            var (changes, until) = (Volatile.Read(ref _changes), clock.GetUtcNow() + Age);
            var entry = new Entry(await Read(ct), changes, until);
            Volatile.Write(ref _entry, entry);
            return entry.Value;
        }
        finally
        {
            _loading.Release();
        }
    }

    private sealed record Entry(T Value, int Changes, DateTimeOffset Until);
}
