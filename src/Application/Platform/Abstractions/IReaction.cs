using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>
/// Does what follows from an event, later and in its own transaction: at least once, in order per aggregate, retried with
/// growing gaps and dead-lettered after the last try. A reaction that acts outside the database must bear a repeat. Its class has a
/// <see cref="ReactionNameAttribute"/>.
/// </summary>
public interface IReaction<TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>A refusal counts as a failed try.</summary>
    Task<Result> React(Envelope<TEvent> happened, CancellationToken ct);
}
