using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Webhooks;

namespace VpsPanel.Application.Webhooks.Reactions;

/// <summary>Puts one delivery for each hook that wants the event in the post.</summary>
[ReactionName("queue-webhooks")]
[Lane(OutboxLane.Webhooks)]
internal sealed class QueueWebhooks(HookBook hooks, IWebhookDeliveries deliveries, TimeProvider clock) : IReaction<OrderEvent>
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
