using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Whose key for what: equal keys of two users or of two commands have nothing to do with each other.</summary>
/// <param name="ActorName"><see cref="Actor.Identity"/>: what people and API keys are called may change, and two may be called alike.</param>
public sealed record IdempotencyScope(UserId UserId, string ActorName, string Command, string Key);
