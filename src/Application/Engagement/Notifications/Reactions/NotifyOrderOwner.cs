using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Notifications;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Engagement.Notifications.Reactions;

/// <summary>Tells the owner how the order ended: what it was for, in their language.</summary>
[ReactionName("notify-order-owner")]
[Lane(OutboxLane.Notices)]
internal sealed class NotifyOrderOwner(INotifications notifications, UserLanguages languages) : IReaction<OrderCompleted>
{
    public async Task<Result> React(Envelope<OrderCompleted> happened, CancellationToken ct)
    {
        var order = happened.Event;
        if (order.Status is not (OrderStatus.Active or OrderStatus.Failed))
            return Result.Success;

        var (language, isDone) = (await languages.Of(order.UserId, ct), order.Status == OrderStatus.Active);
        var said = isDone
            ? NoticeText.Completed(language, order.Action, order.OrderNo)
            : NoticeText.Failed(language, order.Action, order.OrderNo);
        await notifications.Notify(
            order.UserId, isDone ? Done(order.Action) : Failed(order.Action), said.Title, said.Text,
            $"order:{happened.AggregateId}:{order.Seq}", ct);
        return Result.Success;
    }

    private static NotificationType Done(OrderItemAction action) => action switch
    {
        OrderItemAction.Renew or OrderItemAction.EmergencyRenew => NotificationType.VpsRenewed,
        OrderItemAction.Resize => NotificationType.VpsResized,
        OrderItemAction.Refund => NotificationType.VpsRefunded,
        _ => NotificationType.Provisioned,
    };

    private static NotificationType Failed(OrderItemAction action) =>
        action == OrderItemAction.Create ? NotificationType.ProvisionFailed : NotificationType.OrderFailed;
}
