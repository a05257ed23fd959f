using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Subscriptions;

[EventName("subscription.opened")]
public sealed record SubscriptionOpened(UserId UserId, DateTimeOffset ExpiresAt) : IDomainEvent;

[EventName("subscription.renewed")]
public sealed record SubscriptionRenewed(UserId UserId, DateTimeOffset ExpiresAt) : IDomainEvent;

[EventName("subscription.status_changed")]
public sealed record SubscriptionStatusChanged(UserId UserId, SubscriptionStatus Status) : IDomainEvent;

/// <summary>The old link is dead, and unless the owner kept them so are the old credentials on the nodes.</summary>
[EventName("subscription.keys_rotated")]
public sealed record SubscriptionKeysRotated(UserId UserId) : IDomainEvent;

[EventName("subscription.template_chosen")]
public sealed record SubscriptionTemplateChosen(UserId UserId, SubscriptionTemplateId TemplateId) : IDomainEvent;
