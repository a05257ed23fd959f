using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>An event on its way to one reaction.</summary>
/// <param name="MessageId">The same at every try.</param>
/// <param name="AggregateId">The aggregate that raised it.</param>
/// <param name="OccurredAt">When it was committed.</param>
public sealed record Envelope<TEvent>(long MessageId, long AggregateId, DateTimeOffset OccurredAt, TEvent Event)
    where TEvent : IDomainEvent;
