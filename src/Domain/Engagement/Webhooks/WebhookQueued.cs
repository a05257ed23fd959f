using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Webhooks;

/// <summary>There is something to deliver.</summary>
[EventName("webhook_delivery.queued")]
public sealed record WebhookQueued(string Hook) : IDomainEvent;
