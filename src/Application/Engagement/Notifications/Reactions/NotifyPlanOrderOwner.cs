using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Notifications;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Engagement.Notifications.Reactions;

/// <summary>Tells the owner that an order of a plan is paid, and what of it went back.</summary>
[ReactionName("notify-plan-order-owner")]
[Lane(OutboxLane.Notices)]
internal sealed class NotifyPlanOrderOwner(INotifications notifications, IOrders orders, UserLanguages languages)
    : IReaction<PlanOrderPaid>, IReaction<PlanOrderRefunded>
{
    public async Task<Result> React(Envelope<PlanOrderPaid> happened, CancellationToken ct)
    {
        var said = NoticeText.PlanPaid(await languages.Of(happened.Event.UserId, ct), happened.Event.OrderNo);
        await notifications.Notify(happened.Event.UserId, NotificationType.OrderPaid, said.Title, said.Text, CauseOf(happened), ct);
        return Result.Success;
    }

    public async Task<Result> React(Envelope<PlanOrderRefunded> happened, CancellationToken ct)
    {
        if (await orders.Find(new OrderId(happened.AggregateId), ct) is not { } order)
            return Result.Success;

        var amount = new Money(happened.Event.AmountCents, order.Currency);
        var said = NoticeText.PlanRefunded(await languages.Of(order.UserId, ct), amount, order.OrderNo);
        await notifications.Notify(order.UserId, NotificationType.OrderRefunded, said.Title, said.Text, CauseOf(happened), ct);
        return Result.Success;
    }

    private static string CauseOf<TEvent>(Envelope<TEvent> happened)
        where TEvent : OrderEvent => $"order:{happened.AggregateId}:{happened.Event.Seq}";
}
