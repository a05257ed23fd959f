using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Engagement.Notifications;

/// <summary>Brings orders to an end by their own moves.</summary>
internal static class OrderEnds
{
    public static Task<Order> Approved(this PanelApp app, Person owner) => app.End(owner, order => app.Approve(order));

    public static Task<Order> Rejected(this PanelApp app, Person owner, string reason) =>
        app.End(owner, order => order.Reject(Robot, reason));

    /// <summary>In one transaction, so that the real provisioning finds nothing left to start.</summary>
    public static Task<Order> Provisioned(this PanelApp app, Person owner, bool well = true) => app.End(owner, order =>
    {
        var moved = app.Approve(order);
        if (moved.IsSuccess)
            moved = order.StartProvisioning(ActorKind.System);
        if (!moved.IsSuccess)
            return moved;

        return well ? order.ItemDone(order.Items[0].Id, "9") : order.ItemFailed(order.Items[0].Id, "no room");
    });

    private static Actor Robot { get; } = new(ActorKind.Robot, default, "robot");

    private static Result Approve(this PanelApp app, Order order) => order.Approve(Actor.System, app.Clock.GetUtcNow());

    private static async Task<Order> End(this PanelApp app, Person owner, Func<Order, Result> move)
    {
        var id = await app.Work(async services =>
        {
            var host = new VpsPurchase(1, "area", 1, 1, 1, "small", 1, "Debian 12", 1, 1, 10, 10, 30, 1000, 1);
            var items = new[] { OrderItem.Purchase(host, "{}", Money.Yuan(1000)) };
            var order = Order.Place(owner.Id, ActorKind.User, items, null, app.Clock.GetUtcNow()).Value;
            await services.GetRequiredService<IOrders>().Add(order, default);
            return order.Id;
        });
        return await app.Work(async services =>
        {
            var order = (await services.GetRequiredService<IOrders>().FindForUpdate(id, default))!;
            var moved = move(order);
            return moved.IsSuccess ? order : throw new InvalidOperationException(moved.Error.Code);
        });
    }
}
