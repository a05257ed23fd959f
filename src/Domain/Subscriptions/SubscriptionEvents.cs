using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Subscriptions;

public sealed record SubscriptionOpened(UserId UserId, DateTimeOffset ExpiresAt) : IDomainEvent;

public sealed record SubscriptionRenewed(UserId UserId, DateTimeOffset ExpiresAt) : IDomainEvent;

public sealed record SubscriptionStatusChanged(UserId UserId, SubscriptionStatus Status) : IDomainEvent;
