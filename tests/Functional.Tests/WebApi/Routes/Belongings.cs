using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Domain.Engagement.Notifications;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Functional.Tests.Servers;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>Makes something that belongs to a person, for every collection of the user's routes that has ids.</summary>
internal sealed class Belongings(Hosting hosting)
{
    private readonly PanelApp _app = hosting.App;

    private Dictionary<string, Func<Person, Task<long>>> Makers => new()
    {
        ["/api/v1/orders"] = async owner => (await hosting.PlaceOrder(owner)).Value,
        ["/api/v1/vps"] = async owner => (await hosting.RunningVps(owner)).Vps,
        ["/api/v1/cart"] = CartLine,
        ["/api/v1/notifications"] = Message,
        ["/api/v1/me/sessions"] = OtherSession,
        ["/api/v1/wallet/orders"] = owner => Posted(owner, "/api/v1/wallet/recharge", new { amount = 10, note = "mine" }, "order"),
        ["/api/v1/tickets"] = owner => Posted(owner, "/api/v1/tickets", new { subject = "Mine", content = "Nobody else's." }, "ticket"),
        ["/api/v1/user/orders"] = PlanOrder,
        ["/api/v1/user/subscriptions"] = Subscription,
    };

    /// <exception cref="KeyNotFoundException">A new collection: say here how somebody comes by one of its things.</exception>
    public Task<long> Of(Person owner, string collection) => Makers[collection](owner);

    private async Task<long> CartLine(Person owner)
    {
        var shop = await Shop.Open(_app);
        return (long)(await owner.Http.Post("/api/v1/cart", shop.Item())).Ok["id"]!;
    }

    private Task<long> Message(Person owner) => _app.Work(async services =>
    {
        var message = Notification.Create(owner.Id, NotificationType.Announcement, "Yours", "Nobody else's.", "belongings");
        await services.GetRequiredService<INotifications>().Add(message, default);
        return message.Id.Value;
    });

    /// <summary>Not the one they acts with, which would be over when it is ended.</summary>
    private Task<long> OtherSession(Person owner) => _app.Work(async services =>
    {
        var session = Session.Open(owner.Id, _app.Clock.GetUtcNow().AddDays(30));
        await services.GetRequiredService<ISessions>().Add(session, default);
        return session.Id.Value;
    });

    private async Task<long> PlanOrder(Person owner)
    {
        var plan = (await (await _app.Primary()).Http.Post("/api/v1/admin/plans", new
        {
            name = $"Plan {Guid.NewGuid():N}", price_cents = 100, currency = "CNY", duration_days = 30, traffic_limit_bytes = 1_000_000,
            devices_limit = 3,
            status = "active", visible = true,
        })).Ok;
        await _app.Fund(owner, 1000);
        return await Posted(owner, "/api/v1/user/orders", new { plan_id = (long)(plan["plan"] ?? plan)["id"]!, quantity = 1 }, "order");
    }

    private async Task<long> Subscription(Person owner)
    {
        await PlanOrder(owner);
        return await _app.Scalar<long>("select max(id) from subscriptions where user_id = $1", owner.Id.Value);
    }

    private static async Task<long> Posted(Person owner, string path, object body, string name)
    {
        var made = (await owner.Http.Post(path, body)).Ok;
        return (long)(made[name] ?? made)["id"]!;
    }
}
