using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Notifications;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Notifications.Reactions;

/// <summary>Tells the owner how provisioning ended.</summary>
internal sealed class NotifyOrderOwner(INotifications notifications) : IReaction<OrderCompleted>
{
    public async Task<Result> React(Envelope<OrderCompleted> happened, CancellationToken ct)
    {
        var (type, title, content) = happened.Event.Status switch
        {
            OrderStatus.Active => (NotificationType.Provisioned, "Order provisioned", $"Order {happened.Event.OrderNo} is active."),
            OrderStatus.Failed => (NotificationType.ProvisionFailed, "Provisioning failed", $"Order {happened.Event.OrderNo} could not be provisioned."),
            _ => default,
        };
        if (title is not null)
            await notifications.Notify(happened.Event.UserId, type, title, content, $"order:{happened.AggregateId}:{happened.Event.Seq}", ct);

        return Result.Success;
    }
}
