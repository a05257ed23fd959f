using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.VpsOrders;

public sealed class OrderReadTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_answer_of_the_order_is_what_is_read_afterwards()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var placed = await user.Order(shop, 2, "a key");

        var read = await user.Http.Get($"/api/v1/orders/{placed.IdOfOrder()}");

        read.Ok["order"]!.ToJsonString().Should().Be(placed.Ok["order"]!.ToJsonString());
        read.Ok["items"]!.ToJsonString().Should().Be(placed.Ok["items"]!.ToJsonString());
        read.Ok["payments"]!.AsArray().Should().BeEmpty();
        ((string)read.Order()["idempotency_key"]!).Should().Be("a key");
    }

    [Fact]
    public async Task A_user_lists_their_own_orders_newest_first()
    {
        var shop = await Shop.Open(app);
        var (user, other) = (await app.NewUser(), await app.NewUser());
        var first = await user.OrderId(shop);
        await other.OrderId(shop);
        var second = await user.OrderId(shop);
        await user.Http.Post($"/api/v1/orders/{first}/cancel");

        var all = await user.Http.Get("/api/v1/orders?status=all");
        var canceled = await user.Http.Get("/api/v1/orders?status=canceled&limit=abc&page=x");

        ((long)all.Ok["total"]!).Should().Be(2);
        all.Ok["items"]!.AsArray().Select(order => (long)order!["id"]!).Should().Equal(second, first);
        canceled.Ok["items"]!.AsArray().Select(order => (long)order!["id"]!).Should().Equal(first);
        (await user.Http.Get("/api/v1/orders?status=nonsense")).Code.Should().Be("order.invalid_status");
        ((string)(await user.Http.Get("/api/v1/orders?status=nonsense")).Json["error"]!).Should().Be("invalid status");
    }

    [Fact]
    public async Task The_order_of_a_stranger_is_missing_everywhere()
    {
        var shop = await Shop.Open(app);
        var (owner, stranger) = (await app.NewUser(), await app.NewUser());
        var id = await owner.OrderId(shop);

        Reply[] replies =
        [
            await stranger.Http.Get($"/api/v1/orders/{id}"),
            await stranger.Http.Post($"/api/v1/orders/{id}/cancel"),
            await stranger.Pay(id),
            await stranger.Http.Post($"/api/v1/orders/{id}/payments", new { amount = 15 }),
            await stranger.Http.Get($"/api/v1/orders/{id}/events"),
        ];

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.NotFound);
        (await app.StatusOf(id)).Should().Be("pending_payment");
    }

    [Fact]
    public async Task An_admin_combines_filters()
    {
        var shop = await Shop.Open(app);
        var admin = await app.NewAdmin("*");
        var user = await app.NewUser();
        var kept = await user.OrderId(shop);
        var canceled = await user.OrderId(shop);
        await user.Http.Post($"/api/v1/orders/{canceled}/cancel");
        var number = (string)(await user.Http.Get($"/api/v1/orders/{kept}")).Order()["order_no"]!;

        async Task<long[]> Find(string query) =>
            [.. (await admin.Http.Get($"/admin/api/v1/orders?{query}")).Ok["items"]!.AsArray().Select(order => (long)order!["id"]!)];

        (await Find($"user_id={user.Id.Value}")).Should().Equal(canceled, kept);
        (await Find($"user_id={user.Id.Value}&status=canceled")).Should().Equal(canceled);
        (await Find($"order_no={number.ToLowerInvariant()}")).Should().Equal(kept);
        (await Find($"keyword={user.Username}&status=pending_payment")).Should().Equal(kept);
        (await Find("keyword=%25")).Should().BeEmpty("a percent sign is a character here, not a pattern");
    }

    [Fact]
    public async Task An_admin_sees_the_history()
    {
        var shop = await Shop.Open(app);
        var admin = await app.NewAdmin("*");
        var user = await app.NewUser();
        var id = await user.OrderId(shop);
        await admin.Http.Post($"/admin/api/v1/orders/{id}/reject", new { reason = "no" });

        var dossier = await admin.Http.Get($"/admin/api/v1/orders/{id}");

        dossier.Ok["events"]!.AsArray().Select(happened => (string)happened!["type"]!).Should()
            .Equal("order.pending_payment", "order.rejected");
        ((string)dossier.Ok["events"]![1]!["data"]!["reason"]!).Should().Be("no");
        (await admin.Http.Get("/admin/api/v1/orders/999999")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
