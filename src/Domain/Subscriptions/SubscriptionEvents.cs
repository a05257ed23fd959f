using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Subscriptions;

public sealed record SubscriptionOpened(UserId UserId, DateTimeOffset ExpiresAt) : IDomainEvent;

public sealed record SubscriptionRenewed(UserId UserId, DateTimeOffset ExpiresAt) : IDomainEvent;

public sealed record SubscriptionStatusChanged(UserId UserId, SubscriptionStatus Status) : IDomainEvent;

/// <summary>The old link is dead, and unless the owner kept them so are the old credentials on the nodes.</summary>
public sealed record SubscriptionKeysRotated(UserId UserId) : IDomainEvent;

public sealed record SubscriptionTemplateChosen(UserId UserId, SubscriptionTemplateId TemplateId) : IDomainEvent;
