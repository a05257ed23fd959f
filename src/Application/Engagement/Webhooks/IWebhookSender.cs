using VpsPanel.Domain.Engagement.Webhooks;

namespace VpsPanel.Application.Engagement.Webhooks;

/// <summary>Posts a message to a hook.</summary>
public interface IWebhookSender
{
    /// <summary>
    /// Never throws for what the other side does. Gives up after 8 seconds, follows no redirect, and calls no private, loopback or
    /// link-local address that the configuration does not allow.
    /// </summary>
    Task<WebhookAttempt> Send(WebhookEndpoint hook, WebhookMessage message, CancellationToken ct);
}
