using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Abstractions;

/// <summary>
/// Does what follows from an event, later and in its own transaction: at least once, in order per aggregate, retried with
/// growing gaps and parked after the last try. A reaction that acts outside the database must bear a repeat. Its class has a
/// <see cref="ReactionNameAttribute"/>.
/// </summary>
public interface IReaction<TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>A refusal counts as a failed try.</summary>
    Task<Result> React(Envelope<TEvent> happened, CancellationToken ct);
}

/// <summary>An event on its way to one reaction.</summary>
/// <param name="MessageId">The same at every try.</param>
/// <param name="AggregateId">The aggregate that raised it.</param>
/// <param name="OccurredAt">When it was committed.</param>
public sealed record Envelope<TEvent>(long MessageId, long AggregateId, DateTimeOffset OccurredAt, TEvent Event)
    where TEvent : IDomainEvent;
