using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>An event with the aggregate that raised it.</summary>
public sealed record CommittedEvent(AggregateRoot Source, IDomainEvent Event);
