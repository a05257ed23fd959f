using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Functional.Tests.Billing.Payments;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.VpsOrders;

/// <summary>Orders that nobody pays give their places back, and may come back at today's price.</summary>
public sealed class UnpaidOrderTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private Person _admin = null!;

    public async Task InitializeAsync() => _admin = await app.Primary();

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Fact]
    public async Task An_order_that_is_not_paid_in_time_is_closed_with_its_event_and_gives_its_places_back()
    {
        var shop = await Shop.Open(app, 3, 3);
        var user = await app.NewUser();
        var placed = (await user.Order(shop, 2)).Order();
        var id = (long)placed["id"]!;
        ((DateTimeOffset)placed["payment_due_at"]!).Should().BeCloseTo(app.Clock.GetUtcNow().AddMinutes(30), TimeSpan.FromMinutes(1));
        (await Left("packages", shop.Package.Value)).Should().Be(1);

        await app.Run("unpaid_order_expiry");
        (await app.StatusOf(id)).Should().Be("pending_payment", "there is time");
        await app.Expire(id);
        await app.Run("unpaid_order_expiry");

        var order = (await user.Http.Get($"/api/v1/orders/{id}")).Ok;
        ((string)order["order"]!["status"]!, (string)order["items"]![0]!["status"]!).Should().Be(("canceled", "canceled"));
        order["order"]!["payment_due_at"].Should().BeNull();
        ((DateTimeOffset)order["order"]!["expired_at"]!).Should().BeCloseTo(app.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await Left("packages", shop.Package.Value), await Left("plan_groups", shop.Group.Value)).Should().Be((3, 3));
        (await app.Scalar<string>("select string_agg(data, '') from order_events where order_id = $1 and type = 'order.canceled'", id))
            .Should().Be("""{"status":"canceled","reason":"expired"}""");
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'order.expire' and target_id = $1", $"{id}")).Should().Be(1);
        (await user.Pay(id)).Code.Should().Be("flow.illegal_move");
    }

    [Fact]
    public async Task An_order_that_waits_for_an_admin_is_not_closed_by_age()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var (claimed, approved) = (await user.OrderId(shop), await user.OrderId(shop));
        _ = (await user.Http.Post($"/api/v1/orders/{claimed}/payments", new { method = "approval", amount = 15 })).Ok;
        _ = (await _admin.Http.Post($"/admin/api/v1/orders/{approved}/approve")).Ok;

        (await app.Scalar<long>($"select count(*) from orders where id in ({claimed}, {approved}) and payment_due_at is not null"))
            .Should().Be(0);
        await app.Run("unpaid_order_expiry");

        (await app.StatusOf(claimed)).Should().Be("pending_review");
    }

    [Theory]
    [InlineData("approval", 72 * 60)]
    [InlineData("custom", 72 * 60)]
    [InlineData("yipay", 45)]
    public async Task The_way_to_pay_decides_how_long_an_order_waits(string method, int minutes)
    {
        _ = (await _admin.SwitchOn()).Ok;
        var user = await app.NewUser();
        var order = await user.OrderId(await Shop.Open(app));
        var placed = await Due(order);
        app.Clock.Advance(TimeSpan.FromMinutes(15));

        _ = (await user.Pay(order, method)).Ok;
        var chosen = await Due(order);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        _ = (await user.Pay(order, method)).Ok;

        (chosen - placed.AddMinutes(-30)).TotalMinutes.Should().BeApproximately(minutes, 0.5);
        (await Due(order)).Should().Be(chosen, "a second choice delays nothing");
    }

    [Fact]
    public async Task Money_that_comes_after_the_deadline_goes_to_the_wallet_once()
    {
        _ = (await _admin.SwitchOn()).Ok;
        var user = await app.NewUser();
        var order = await user.OrderId(await Shop.Open(app));
        var trade = (string)(await user.Pay(order, "yipay")).Ok["trade_no"]!;
        await app.Expire(order);

        foreach (var _ in Enumerable.Range(0, 3))
            (await app.Notify(Gateway.Notice(trade, 15m))).Text.Should().Be("success");

        (await app.StatusOf(order), await app.BalanceOf(user)).Should().Be(("canceled", 1500));
    }

    [Fact]
    public async Task A_notice_that_races_the_deadline_loses_no_money()
    {
        _ = (await _admin.SwitchOn()).Ok;
        var user = await app.NewUser();
        var order = await user.OrderId(await Shop.Open(app));
        var trade = (string)(await user.Pay(order, "yipay")).Ok["trade_no"]!;
        await app.BecomesDue(order);

        var (notice, pass) = (app.Notify(Gateway.Notice(trade, 15m)), app.Run("unpaid_order_expiry"));
        (await notice).Text.Should().Be("success");
        await pass;

        var bought = await app.StatusOf(order) is not "canceled";
        (await app.BalanceOf(user)).Should().Be(bought ? 0 : 1500);
    }

    [Fact]
    public async Task A_revived_order_costs_what_it_costs_today_and_takes_its_place_again()
    {
        var shop = await Shop.Open(app, 1, 1);
        var user = await app.NewUser();
        var order = await user.OrderId(shop);
        await app.Expire(order);
        _ = (await _admin.Http.Patch($"/admin/api/v1/packages/{shop.Package.Value}", new { monthly_price = 17.5m })).Ok;

        var revived = (await Revive(user, order)).Ok;

        ((long)revived["order"]!["id"]!, (string)revived["order"]!["status"]!, (decimal)revived["order"]!["total_amount"]!)
            .Should().Be((order, "pending_payment", 17.5m));
        ((decimal)revived["items"]![0]!["amount"]!).Should().Be(17.5m);
        (await Left("packages", shop.Package.Value), await Left("plan_groups", shop.Group.Value)).Should().Be((0, 0));
        revived["order"]!["expired_at"].Should().BeNull();
        await app.Fund(user, 1750);
        _ = (await user.Pay(order)).Ok;
        (await app.StatusOf(order)).Should().NotBe("pending_payment");
    }

    [Fact]
    public async Task An_order_whose_places_are_sold_since_cannot_be_revived()
    {
        var shop = await Shop.Open(app, 1, 1);
        var (slow, quick) = (await app.NewUser(), await app.NewUser());
        var order = await slow.OrderId(shop);
        await app.Expire(order);
        await quick.OrderId(shop);

        var refused = await Revive(slow, order);

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.Conflict, "stock.sold_out"));
        (await app.StatusOf(order)).Should().Be("canceled");
        (await Left("packages", shop.Package.Value)).Should().Be(0);
    }

    [Fact]
    public async Task An_order_of_what_is_not_sold_any_more_cannot_be_revived()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var order = await user.OrderId(shop);
        await app.Expire(order);
        _ = (await _admin.Http.Patch($"/admin/api/v1/packages/{shop.Package.Value}", new { active = false })).Ok;

        var refused = await Revive(user, order);

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.Conflict, "order.unavailable"));
    }

    [Fact]
    public async Task Nobody_revives_what_did_not_expire_or_is_not_theirs()
    {
        var shop = await Shop.Open(app);
        var (user, stranger) = (await app.NewUser(), await app.NewUser());
        var (canceled, expired, pending) = (await user.OrderId(shop), await user.OrderId(shop), await user.OrderId(shop));
        _ = (await user.Http.Post($"/api/v1/orders/{canceled}/cancel")).Ok;
        await app.Expire(expired);

        (await Revive(user, canceled)).Code.Should().Be("order.not_expired");
        (await Revive(user, pending)).Code.Should().Be("flow.illegal_move");
        (await Revive(stranger, expired)).Status.Should().Be(HttpStatusCode.NotFound);
        (await app.Anonymous.Post($"/api/v1/orders/{expired}/revive")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Revive(user, expired)))).Count(reply => reply.Status == HttpStatusCode.OK)
            .Should().Be(1);
    }

    [Fact]
    public async Task No_customer_has_more_than_five_orders_that_wait_for_money_however_many_are_placed_at_once()
    {
        var shop = await Shop.Open(app, 20, 20);
        var user = await app.NewUser();

        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => user.Order(shop)));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(5);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should()
            .OnlyContain(reply => reply.Status == HttpStatusCode.Conflict && reply.Code == "order.too_many_unpaid");
        (await Left("packages", shop.Package.Value)).Should().Be(15);
        var first = replies.First(reply => reply.Status == HttpStatusCode.OK).IdOfOrder();
        await app.Expire(first);
        await user.OrderId(shop);
        (await Revive(user, first)).Code.Should().Be("order.too_many_unpaid");
        await (await app.NewUser()).OrderId(shop);
    }

    [Fact]
    public async Task No_customer_orders_more_VPS_than_they_may_have()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        await app.Set(OrderSettings.MaxVps, "3");
        try
        {
            await user.OrderId(shop, 2);

            (await user.Order(shop, 2)).Code.Should().Be("vps.too_many");
            await user.OrderId(shop);
            (await user.Order(shop)).Code.Should().Be("vps.too_many");
        }
        finally
        {
            await app.Set(OrderSettings.MaxVps, "0");
        }
    }

    [Fact]
    public async Task An_order_that_waits_too_long_for_a_review_is_listed_and_the_admins_who_may_approve_are_told_once()
    {
        var (reviewer, clerk) = (await app.NewAdmin("order.approve"), await app.NewAdmin("order.list"));
        var user = await app.NewUser();
        var (late, fresh) = (await user.OrderId(await Shop.Open(app)), await user.OrderId(await Shop.Open(app)));
        foreach (var order in new[] { late, fresh })
            _ = (await user.Http.Post($"/api/v1/orders/{order}/payments", new { method = "approval", amount = 15 })).Ok;

        await app.Change("order_payments", $"created_at = '{app.Clock.GetUtcNow().AddHours(-73):O}'", "order_id", late);
        await app.Run("review_reminder");
        await app.Run("review_reminder");

        var listed = (await clerk.Http.Get("/admin/api/v1/orders?overdue=1")).Ok["items"]!.AsArray().Select(order => (long)order!["id"]!);
        listed.Should().Contain(late).And.NotContain(fresh);
        (await Told(reviewer, late), await Told(_admin, late), await Told(clerk, late), await Told(user, late), await Told(reviewer, fresh))
            .Should().Be((1, 1, 0, 0, 0));
    }

    private static Task<Reply> Revive(Person person, long order) => person.Http.Post($"/api/v1/orders/{order}/revive");

    private Task<long> Told(Person person, long order) => app.Scalar<long>(
        "select count(*) from notifications where user_id = $1 and type = 'review_overdue' and cause = $2",
        person.Id.Value, $"order:{order}:review_overdue");

    private async Task<DateTimeOffset> Due(long order) => new(
        await app.Scalar<DateTime>("select payment_due_at at time zone 'utc' from orders where id = $1", order), TimeSpan.Zero);

    private Task<int> Left(string table, long id) => app.Scalar<int>($"select capacity_remaining from {table} where id = {id}");
}
