using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Abstractions;

/// <summary>The one transaction of a command. Handlers do not see it; the pipeline opens and ends it.</summary>
public interface IUnitOfWork
{
    /// <summary>Whether a transaction is open.</summary>
    bool IsOpen { get; }

    /// <summary>Opens the transaction if none is open.</summary>
    Task Begin(CancellationToken ct);

    /// <summary>Writes what changed so far inside the transaction, for a handler that answers with the id of a new child.</summary>
    /// <exception cref="LostRaceException">Another writer was first.</exception>
    Task Flush(CancellationToken ct);

    /// <summary>Adds an audit row to the transaction.</summary>
    void Audit(AuditRecord record, ICurrentActor actor);

    /// <summary>
    /// Writes state, events, outbox, audit and the kept answer, and commits them as one.
    /// </summary>
    /// <exception cref="LostRaceException">Another writer was first.</exception>
    Task Commit(CancellationToken ct);

    /// <summary>Forgets everything since the begin.</summary>
    Task Rollback(CancellationToken ct);
}

/// <summary>Another writer changed the same rows, took the same unique value, or held a lock for too long.</summary>
public sealed class LostRaceException : Exception
{
    public LostRaceException()
    {
    }

    public LostRaceException(string message)
        : base(message)
    {
    }

    public LostRaceException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Told of the events of a transaction just after it committed: for wake-ups and caches of this process only.</summary>
public interface ICommitListener
{
    /// <summary>Must be quick and must not throw; what may not be lost belongs into a reaction.</summary>
    void Committed(IReadOnlyList<CommittedEvent> events);
}

/// <summary>An event with the aggregate that raised it.</summary>
public sealed record CommittedEvent(AggregateRoot Source, IDomainEvent Event);
