using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Webhooks;

namespace VpsPanel.Application.Engagement.Webhooks;

public interface IWebhookDeliveries : IRepository<WebhookDelivery, WebhookDeliveryId>
{
    /// <summary>The delivery that is due for longest and that nobody holds, held until the transaction ends.</summary>
    Task<WebhookDelivery?> NextDueForUpdate(DateTimeOffset now, CancellationToken ct);

    Task<bool> Has(string hook, string messageId, CancellationToken ct);
}
