using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Installation;

/// <summary>The first administrator has come in.</summary>
[EventName("setup.completed")]
public sealed record SetupCompleted : IDomainEvent;
