using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Webhooks;

namespace VpsPanel.Application.Engagement.Webhooks.Commands;

/// <summary>Takes the next due delivery for this worker alone; null when there is none.</summary>
internal sealed record ClaimWebhook : ICommand<WebhookClaim?>;

/// <summary>The right to make one try until the claim lapses.</summary>
/// <param name="Hook">Null when it was given up because its hook is gone or off.</param>
internal sealed record WebhookClaim(WebhookDeliveryId Id, long Number, WebhookMessage Message, WebhookEndpoint? Hook);

internal sealed class ClaimWebhookHandler(IWebhookDeliveries deliveries, WebhookEndpoints hooks, TimeProvider clock)
    : ICommandHandler<ClaimWebhook, WebhookClaim?>
{
    /// <summary>Well above the time-out of one try, so that nobody sends what may still be on its way.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    public async Task<Result<WebhookClaim?>> Handle(ClaimWebhook command, CancellationToken ct)
    {
        if (await deliveries.NextDueForUpdate(clock.GetUtcNow(), ct) is not { } delivery)
            return (WebhookClaim?)null;

        var hook = await hooks.FindUsable(delivery.Hook, ct);
        if (hook is null)
            delivery.DeadLetter("the hook is gone or switched off");
        else
            delivery.Claim(Lease, clock.GetUtcNow());

        return new WebhookClaim(
            delivery.Id,
            delivery.Claims,
            new WebhookMessage(delivery.MessageId, delivery.OrderId, delivery.Seq, delivery.EventType, delivery.Body),
            hook);
    }
}
