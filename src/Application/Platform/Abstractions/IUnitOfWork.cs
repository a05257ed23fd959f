
namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>The one transaction of a command. Handlers do not see it; the pipeline opens and ends it.</summary>
public interface IUnitOfWork
{
    /// <summary>Whether a transaction is open.</summary>
    bool IsOpen { get; }

    /// <summary>Opens the transaction if none is open.</summary>
    Task Begin(CancellationToken ct);

    /// <summary>
    /// Gives what was added and changed so far the times under which it will be stored, for a handler that answers with them. Asks the
    /// database nothing.
    /// </summary>
    void Stamp();

    /// <summary>
    /// Writes what changed so far inside the transaction: for a handler that answers with the id of a child which the database numbers, or
    /// that must give a unique value free before it is taken.
    /// </summary>
    /// <exception cref="ConcurrencyConflictException">Another writer was first.</exception>
    Task Flush(CancellationToken ct);

    /// <summary>Adds an audit row to the transaction.</summary>
    void Audit(AuditRecord record, ICurrentActor actor);

    /// <summary>
    /// Writes state, events, outbox, audit and the kept answer, and commits them as one.
    /// </summary>
    /// <exception cref="ConcurrencyConflictException">Another writer was first.</exception>
    Task Commit(CancellationToken ct);

    /// <summary>Forgets everything since the begin.</summary>
    Task Rollback(CancellationToken ct);
}
