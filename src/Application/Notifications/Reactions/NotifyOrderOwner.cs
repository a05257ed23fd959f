using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Notifications;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Notifications.Reactions;

/// <summary>Tells the owner how provisioning ended.</summary>
[ReactionName("notify-order-owner")]
[Lane(OutboxLane.Notices)]
internal sealed class NotifyOrderOwner(INotifications notifications) : IReaction<OrderCompleted>
{
    public async Task<Result> React(Envelope<OrderCompleted> happened, CancellationToken ct)
    {
        var order = happened.Event;
        var (type, title, content) = order.Status switch
        {
            OrderStatus.Active => (NotificationType.Provisioned, "Order provisioned", $"Order {order.OrderNo} is active."),
            OrderStatus.Failed =>
                (NotificationType.ProvisionFailed, "Provisioning failed", $"Order {order.OrderNo} could not be provisioned."),
            _ => default,
        };
        if (title is not null)
            await notifications.Notify(order.UserId, type, title, content, $"order:{happened.AggregateId}:{order.Seq}", ct);

        return Result.Success;
    }
}
