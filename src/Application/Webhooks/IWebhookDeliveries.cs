using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Webhooks;

namespace VpsPanel.Application.Webhooks;

public interface IWebhookDeliveries : IRepository<WebhookDelivery, WebhookDeliveryId>
{
    /// <summary>The delivery that is due for longest and that nobody holds, held until the transaction ends.</summary>
    Task<WebhookDelivery?> NextDueForUpdate(DateTimeOffset now, CancellationToken ct);

    Task<bool> Has(string hook, string messageId, CancellationToken ct);
}

/// <summary>Posts a message to a hook.</summary>
public interface IWebhookSender
{
    /// <summary>
    /// Never throws for what the other side does. Gives up after 8 seconds, follows no redirect, and calls no private, loopback or
    /// link-local address that the configuration does not allow.
    /// </summary>
    Task<WebhookAttempt> Send(Hook hook, WebhookMessage message, CancellationToken ct);
}
