using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Whose key for what: equal keys of two users or of two commands have nothing to do with each other.</summary>
public sealed record IdempotencyScope(UserId UserId, string ActorName, string Command, string Key);
