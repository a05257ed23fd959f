using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.VpsOrders;

public sealed class PlaceOrderTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task A_line_of_three_becomes_three_items_that_add_up()
    {
        var shop = await Shop.Open(app, groupStock: 10, packageStock: 5);
        var user = await app.NewUser();

        var reply = await user.Http.Post("/api/v1/orders/items", new
        {
            items = new[] { shop.Item(3, new { add_cores = 2, add_mem_gb = 2, billing_cycle_id = shop.Quarterly.Value, cycle_qty = 1 }) },
        });

        ((string)reply.Order()["status"]!).Should().Be("pending_payment");
        ((decimal)reply.Order()["total_amount"]!).Should().Be(277.20m);
        ((bool)reply.Order()["can_review"]!).Should().BeTrue();
        ((string)reply.Order()["order_no"]!).Should().StartWith("ORD-");
        var items = reply.Ok["items"]!.AsArray();
        items.Should().HaveCount(3);
        items.Should()
            .OnlyContain(item => (decimal)item!["amount"]! == 92.40m && (int)item["qty"]! == 1 && (int)item["duration_months"]! == 3);
        ((int)items[0]!["spec"]!["add_cores"]!).Should().Be(2);
        (await app.Scalar<long>("select capacity_remaining from packages where id = $1", shop.Package.Value)).Should().Be(2);
        (await app.Scalar<long>("select capacity_remaining from plan_groups where id = $1", shop.Group.Value)).Should().Be(7);
    }

    [Fact]
    public async Task Without_items_the_cart_is_ordered_and_empty_afterwards()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var line = await user.Http.Post("/api/v1/cart", shop.Item(2));
        line.Status.Should().Be(HttpStatusCode.OK, line.Text);

        var reply = await user.Http.Post("/api/v1/orders");

        reply.Ok["items"]!.AsArray().Should().HaveCount(2);
        ((decimal)reply.Order()["total_amount"]!).Should().Be(30m);
        (await user.Http.Get("/api/v1/cart")).Ok["items"]!.AsArray().Should().BeEmpty();
        (await user.Http.Post("/api/v1/orders")).Code.Should().Be("cart.empty");
    }

    [Fact]
    public async Task A_cart_line_whose_price_changed_is_refused_by_name_and_stays()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var line = (long)(await user.Http.Post("/api/v1/cart", shop.Item())).Ok["id"]!;
        await app.Change("packages", "monthly_price = 2000", "id", shop.Package.Value);

        var reply = await user.Http.Post("/api/v1/orders");

        reply.Code.Should().Be("cart.price_changed");
        reply.ShouldName($"cart[{line}]", HttpStatusCode.Conflict);
        (await user.Http.Get("/api/v1/cart")).Ok["items"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task A_cart_line_that_is_no_longer_sold_is_refused_by_name()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        await user.Http.Post("/api/v1/cart", shop.Item());
        await app.Change("packages", "active = false", "id", shop.Package.Value);

        (await user.Http.Post("/api/v1/orders")).Code.Should().Be("cart.unavailable");
    }

    [Theory]
    [InlineData("""{"items":[]}""", "request.invalid")]
    [InlineData("""{}""", "request.invalid")]
    [InlineData("""{"items":[{"package_id":999999,"system_id":1}]}""", "package.not_found")]
    public async Task What_cannot_be_ordered_is_refused(string body, string code) =>
        (await (await app.NewUser()).Http.Post("/api/v1/orders/items", body)).Code.Should().Be(code);

    [Fact]
    public async Task A_refusal_names_the_row()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();

        var reply = await user.Http.Post(
            "/api/v1/orders/items", new { items = new[] { shop.Item(), shop.Item(1, new { add_cores = -1 }) } });

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.Json["details"]!["items[1].add_cores"].Should().NotBeNull(reply.Text);
    }

    [Fact]
    public async Task An_order_is_bounded()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();

        var lines = await user.Http.Post("/api/v1/orders/items", new { items = Enumerable.Repeat(shop.Item(), 21) });
        var hosts = await user.Http.Post("/api/v1/orders/items", new { items = new[] { shop.Item(60), shop.Item(60) } });

        lines.Status.Should().Be(HttpStatusCode.BadRequest);
        hosts.Code.Should().Be("order.too_large");
        (await app.Scalar<long>("select count(*) from orders where user_id = $1", user.Id.Value)).Should().Be(0);
    }

    [Fact]
    public async Task What_costs_nothing_waits_for_a_review()
    {
        var shop = await Shop.Open(app);
        await app.Change("packages", "monthly_price = 0", "id", shop.Package.Value);
        var user = await app.NewUser();

        var reply = await user.Order(shop);

        ((string)reply.Order()["status"]!).Should().Be("pending_review");
        ((string)(await user.Pay(reply.IdOfOrder())).Ok["status"]!).Should().Be("no_payment_required");
    }

    [Fact]
    public async Task Fifty_copies_with_one_key_make_one_order()
    {
        var shop = await Shop.Open(app, groupStock: 50);
        var user = await app.NewUser();

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => user.Order(shop, key: "once")));

        replies.Where(reply => reply.Status == HttpStatusCode.OK).Select(reply => reply.IdOfOrder()).Distinct().Should().ContainSingle();
        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK || reply.Status == HttpStatusCode.Conflict);
        (await app.Scalar<long>("select count(*) from orders where user_id = $1", user.Id.Value)).Should().Be(1);
        (await app.Scalar<long>("select capacity_remaining from plan_groups where id = $1", shop.Group.Value)).Should().Be(49);
        (await user.Order(shop, key: "once")).IdOfOrder().Should()
            .Be(replies.First(reply => reply.Status == HttpStatusCode.OK).IdOfOrder());
        (await user.Order(shop, 2, "once")).Code.Should().Be("idempotency.mismatch");
    }

    [Fact]
    public async Task Of_fifty_orders_at_once_for_ten_VPS_ten_are_placed()
    {
        var shop = await Shop.Open(app, groupStock: 10);
        var users = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.NewUser()));

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => users[number % 10].Order(shop, key: $"buyer-{number}")));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(10);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Code == "stock.sold_out");
        (await app.Scalar<long>("select capacity_remaining from plan_groups where id = $1", shop.Group.Value)).Should().Be(0);
    }

    [Fact]
    public async Task Parallel_checkouts_of_one_cart_make_one_order()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        await user.Http.Post("/api/v1/cart", shop.Item());

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => user.Http.Post("/api/v1/orders")));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        (await app.Scalar<long>("select count(*) from orders where user_id = $1", user.Id.Value)).Should().Be(1);
    }
}
