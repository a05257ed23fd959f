namespace VpsPanel.Domain.Common;

/// <summary>The unit that is loaded, changed and stored as a whole; each has a <see cref="StreamNameAttribute"/>.</summary>
public abstract class AggregateRoot : ITimestamped
{
    private readonly List<IDomainEvent> _events = [];

    /// <summary>Counts the stored changes; a writer that saw an older one has lost the race.</summary>
    public long RowVersion { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public IReadOnlyList<IDomainEvent> PendingEvents => _events;

    /// <summary>The key as a number, for code that treats all aggregates alike.</summary>
    public abstract long Key { get; }

    public void ClearEvents() => _events.Clear();

    protected void Raise(IDomainEvent happened) => _events.Add(happened);
}

/// <summary>An aggregate with its typed key; 0 until it is stored.</summary>
public abstract class AggregateRoot<TId> : AggregateRoot
    where TId : struct, IId<TId>
{
    public TId Id { get; private set; }

    public sealed override long Key => Id.Value;
}
