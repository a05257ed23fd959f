using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Orders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Notifications;

/// <summary>Brings orders to an end by their own moves.</summary>
internal static class OrderEnds
{
    public static Task<Order> Approved(this PanelApp app, Person owner) => app.End(owner, order => order.Approve(Actor.System, app.Clock.GetUtcNow()));

    public static Task<Order> Rejected(this PanelApp app, Person owner, string reason) => app.End(owner, order => order.Reject(Robot, reason));

    public static async Task<Order> Provisioned(this PanelApp app, Person owner, bool well = true)
    {
        var placed = await app.Approved(owner);
        return await app.Change(placed.Id, order =>
        {
            var started = order.StartProvisioning(ActorKind.System);
            return !started.IsSuccess ? started : well ? order.ItemDone(order.Items[0].Id, "9") : order.ItemFailed(order.Items[0].Id, "no room");
        });
    }

    private static Actor Robot { get; } = new(ActorKind.Robot, default, "robot");

    private static async Task<Order> End(this PanelApp app, Person owner, Func<Order, Result> move)
    {
        var id = await app.Work(async services =>
        {
            var host = new HostPlan(1, "area", 1, 1, 1, "small", 1, "Debian 12", 1, 1, 10, 10, 30, 1000, 1);
            var order = Order.Place(
                owner.Id, ActorKind.User, [OrderItem.Purchase(host, "{}", Money.Yuan(1000))], null, app.Clock.GetUtcNow()).Value;
            await services.GetRequiredService<IOrders>().Add(order, default);
            return order.Id;
        });
        return await app.Change(id, move);
    }

    private static Task<Order> Change(this PanelApp app, OrderId id, Func<Order, Result> move) => app.Work(async services =>
    {
        var order = (await services.GetRequiredService<IOrders>().FindForUpdate(id, default))!;
        var moved = move(order);
        return moved.IsSuccess ? order : throw new InvalidOperationException(moved.Error.Code);
    });
}
