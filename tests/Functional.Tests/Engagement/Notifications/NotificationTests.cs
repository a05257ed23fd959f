using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Notifications;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Functional.Tests.WebApi.Panel;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Notifications;

public sealed class NotificationTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Theory]
    [InlineData(true, "provisioned")]
    [InlineData(false, "provision_failed")]
    public async Task The_owner_hears_how_provisioning_ended(bool well, string type)
    {
        var owner = await app.NewUser();

        var order = await app.Provisioned(owner, well);

        await Eventually.Become(async () => await Unread(owner) == 1, "a message");
        var message = (await owner.Http.Get("/api/v1/notifications")).Ok["items"]![0]!;
        ((string)message["type"]!).Should().Be(type);
        ((string)message["content"]!).Should().Contain(order.OrderNo);
        ((long)message["user_id"]!).Should().Be(owner.Id.Value);
        message["read_at"].Should().BeNull();
    }

    [Fact]
    public async Task The_owner_of_a_plan_order_hears_that_it_is_paid_and_refunded()
    {
        var (owner, admin) = (await app.NewUser(), await app.NewAdmin("plan_order.*", "wallet.*"));
        await app.Fund(owner, 3000);
        var order = (await owner.Buy(await app.NewPlan())).Ok["order"]!;

        foreach (var _ in Enumerable.Range(0, 2))
            (await admin.Http.Post($"/api/v1/admin/orders/{order["id"]}/refund", new { amount_cents = 1000 })).Status.Should().Be(HttpStatusCode.OK);

        await Eventually.Become(async () => await Unread(owner) == 3, "one message of each");
        var messages = (await owner.Http.Get("/api/v1/notifications")).Ok["items"]!.AsArray();
        messages.Select(message => (string)message!["type"]!).Should().BeEquivalentTo("order_paid", "order_refunded", "order_refunded");
        messages.Should().OnlyContain(message => ((string)message!["content"]!).Contains((string)order["number"]!));
        messages.Count(message => ((string)message!["content"]!).StartsWith("10.00 CNY", StringComparison.Ordinal)).Should().Be(2);
    }

    [Theory]
    [InlineData(OrderItemAction.Create, OrderStatus.Active, "provisioned", "Order provisioned", "开通成功")]
    [InlineData(OrderItemAction.Renew, OrderStatus.Active, "vps_renewed", "VPS renewed", "续费成功")]
    [InlineData(OrderItemAction.EmergencyRenew, OrderStatus.Active, "vps_renewed", "VPS renewed in an emergency", "紧急续期成功")]
    [InlineData(OrderItemAction.Resize, OrderStatus.Active, "vps_resized", "VPS resized", "变更配置成功")]
    [InlineData(OrderItemAction.Refund, OrderStatus.Active, "vps_refunded", "VPS refunded", "退款成功")]
    [InlineData(OrderItemAction.Create, OrderStatus.Failed, "provision_failed", "Provisioning failed", "开通失败")]
    [InlineData(OrderItemAction.Renew, OrderStatus.Failed, "order_failed", "Renewal failed", "续费失败")]
    [InlineData(OrderItemAction.EmergencyRenew, OrderStatus.Failed, "order_failed", "Emergency renewal failed", "紧急续期失败")]
    [InlineData(OrderItemAction.Resize, OrderStatus.Failed, "order_failed", "Resize failed", "变更配置失败")]
    [InlineData(OrderItemAction.Refund, OrderStatus.Failed, "order_failed", "Refund failed", "退款失败")]
    public async Task A_message_says_what_happened_in_the_language_of_its_reader(
        OrderItemAction action, OrderStatus status, string type, string english, string chinese)
    {
        foreach (var (language, title) in ((string, string)[])[("en-US", english), ("zh-CN", chinese)])
        {
            var owner = await app.NewUser();
            _ = (await owner.Http.Patch("/api/v1/me", new { language })).Ok;

            await React(new Envelope<OrderCompleted>(
                1, owner.Id.Value, app.Clock.GetUtcNow(), new OrderCompleted(owner.Id, "ORD-9", status) { Seq = 7, Action = action }));

            var message = (await owner.Http.Get("/api/v1/notifications")).Ok["items"]!.AsArray().Should().ContainSingle().Subject!;
            ((string)message["type"]!, (string)message["title"]!).Should().Be((type, title));
            ((string)message["content"]!).Should().Contain("ORD-9");
        }
    }

    [Fact]
    public async Task Who_chose_no_language_is_told_in_that_of_the_site()
    {
        var admin = await app.Primary();
        var owner = await app.NewUser();
        _ = (await admin.Http.Patch("/admin/api/v1/settings", new { key = "site_language", value = "zh-CN" })).Ok;
        try
        {
            await React(new Envelope<OrderCompleted>(
                1, owner.Id.Value, app.Clock.GetUtcNow(), new OrderCompleted(owner.Id, "ORD-10", OrderStatus.Active) { Seq = 8 }));
        }
        finally
        {
            _ = (await admin.Http.Patch("/admin/api/v1/settings", new { key = "site_language", value = "en-US" })).Ok;
        }

        (await Titles(owner, "")).Should().Equal("开通成功");
    }

    [Fact]
    public async Task A_cause_is_told_once_even_to_many_at_the_same_time()
    {
        var owner = await app.NewUser();
        var happened = new Envelope<OrderCompleted>(
            1, 77, app.Clock.GetUtcNow(), new OrderCompleted(owner.Id, "ORD-77", OrderStatus.Active) { Seq = 5 });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => React(happened)));

        (await app.Scalar<long>("select count(*) from notifications where user_id = $1", owner.Id.Value)).Should().Be(1);
    }

    [Fact]
    public async Task Lists_are_the_callers_own_newest_first_and_by_status()
    {
        var (owner, stranger) = (await app.NewUser(), await app.NewUser());
        await Tell(owner, "first");
        var second = await Tell(owner, "second");
        await Tell(stranger, "not yours");
        (await owner.Http.Post($"/api/v1/notifications/{second}/read")).Status.Should().Be(HttpStatusCode.OK);

        (await Titles(owner, "")).Should().Equal("second", "first");
        (await Titles(owner, "?status=unread")).Should().Equal("first");
        (await Titles(owner, "?status=READ")).Should().Equal("second");
        (await Titles(owner, "?status=all&limit=1&offset=1")).Should().Equal("first");
        ((long)(await owner.Http.Get("/api/v1/notifications?limit=1")).Ok["total"]!).Should().Be(2);
    }

    [Fact]
    public async Task A_strangers_message_is_unknown_and_stays_unread()
    {
        var (owner, stranger) = (await app.NewUser(), await app.NewUser());
        var id = await Tell(owner, "private");

        var foreign = await stranger.Http.Post($"/api/v1/notifications/{id}/read");
        var unknown = await owner.Http.Post("/api/v1/notifications/999999/read");

        foreign.Status.Should().Be(HttpStatusCode.NotFound);
        foreign.Code.Should().Be("notification.not_found");
        unknown.Status.Should().Be(HttpStatusCode.NotFound);
        (await Unread(owner)).Should().Be(1);
    }

    [Fact]
    public async Task Reading_all_touches_only_the_caller_and_no_time_of_the_past()
    {
        var (owner, stranger) = (await app.NewUser(), await app.NewUser());
        var first = await Tell(owner, "a");
        await Tell(owner, "b");
        await Tell(stranger, "c");
        await owner.Http.Post($"/api/v1/notifications/{first}/read");
        var readAt = await app.Scalar<DateTime>("select read_at from notifications where id = $1", first);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        (await owner.Http.Post("/api/v1/notifications/read-all")).Status.Should().Be(HttpStatusCode.OK);

        (await Unread(owner)).Should().Be(0);
        (await Unread(stranger)).Should().Be(1);
        (await app.Scalar<DateTime>("select read_at from notifications where id = $1", first)).Should().Be(readAt);
    }

    [Theory]
    [InlineData("GET", "/api/v1/notifications")]
    [InlineData("GET", "/api/v1/notifications/unread-count")]
    [InlineData("POST", "/api/v1/notifications/1/read")]
    [InlineData("POST", "/api/v1/notifications/read-all")]
    public async Task Nobody_reads_without_a_token(string method, string path) =>
        (await app.Anonymous.Call(new HttpMethod(method), path)).Status.Should().Be(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Titles_that_are_too_long_are_cut()
    {
        var owner = await app.NewUser();

        await Tell(owner, new string('x', 5000));

        (await Titles(owner, "")).Single().Should().HaveLength(Notification.MaxTitle);
    }

    private async Task<long> Tell(Person to, string title)
    {
        var cause = $"test:{Guid.NewGuid():N}";
        await app.Work(async services =>
        {
            await services.GetRequiredService<INotifications>().Notify(to.Id, NotificationType.TicketReply, title, "text", cause, default);
            return cause;
        });
        return await app.Scalar<long>("select id from notifications where cause = $1", cause);
    }

    private async Task React(Envelope<OrderCompleted> happened)
    {
        try
        {
            await app.Work(async services =>
            {
                var reaction = services.GetServices<IReaction<OrderCompleted>>().Single(one => one.GetType().Name == "NotifyOrderOwner");
                return await reaction.React(happened, default);
            });
        }
        catch (ConcurrencyConflictException)
        {
            // The outbox would try again and find the message told.
        }
    }

    private static async Task<long> Unread(Person person) =>
        (long)(await person.Http.Get("/api/v1/notifications/unread-count")).Ok["unread"]!;

    private static async Task<IReadOnlyList<string>> Titles(Person person, string query) =>
        [.. (await person.Http.Get($"/api/v1/notifications{query}")).Ok["items"]!.AsArray().Select(item => (string)item!["title"]!)];
}
