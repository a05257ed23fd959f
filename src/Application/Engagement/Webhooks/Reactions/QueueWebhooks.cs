using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Webhooks;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Engagement.Webhooks.Reactions;

/// <summary>Puts one delivery for each hook that wants the event in the post.</summary>
[ReactionName("queue-webhooks")]
[Lane(OutboxLane.Webhooks)]
internal sealed class QueueWebhooks(WebhookEndpoints hooks, IWebhookDeliveries deliveries, TimeProvider clock) : IReaction<OrderEvent>
{
    public async Task<Result> React(Envelope<OrderEvent> happened, CancellationToken ct)
    {
        var message = WebhookMessages.Of(new OrderId(happened.AggregateId), happened.Event, happened.OccurredAt);
        foreach (var hook in (await hooks.List(ct)).Where(hook => hook.Wants(message.EventType)))
        {
            if (!await deliveries.Has(hook.Name, message.MessageId, ct))
                await deliveries.Add(WebhookDelivery.Queue(hook.Name, message, clock.GetUtcNow()), ct);
        }

        return Result.Success;
    }
}
