using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Notifications;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Notifications.Reactions;

/// <summary>Tells the owner that an order of a plan is paid, and what of it went back.</summary>
[ReactionName("notify-plan-order-owner")]
[Lane(OutboxLane.Notices)]
internal sealed class NotifyPlanOrderOwner(INotifications notifications, IOrders orders)
    : IReaction<PlanOrderPaid>, IReaction<PlanOrderRefunded>
{
    public async Task<Result> React(Envelope<PlanOrderPaid> happened, CancellationToken ct)
    {
        var text = $"Order {happened.Event.OrderNo} is paid and your subscription is ready.";
        await notifications.Notify(happened.Event.UserId, NotificationType.OrderPaid, "Order paid", text, CauseOf(happened), ct);
        return Result.Success;
    }

    public async Task<Result> React(Envelope<PlanOrderRefunded> happened, CancellationToken ct)
    {
        if (await orders.Find(new OrderId(happened.AggregateId), ct) is not { } order)
            return Result.Success;

        var text = $"{new Money(happened.Event.AmountCents, order.Currency)} of order {order.OrderNo} went back to your balance.";
        await notifications.Notify(order.UserId, NotificationType.OrderRefunded, "Order refunded", text, CauseOf(happened), ct);
        return Result.Success;
    }

    private static string CauseOf<TEvent>(Envelope<TEvent> happened)
        where TEvent : OrderEvent => $"order:{happened.AggregateId}:{happened.Event.Seq}";
}
