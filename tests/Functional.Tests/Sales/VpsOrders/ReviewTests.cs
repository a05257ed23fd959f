using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.VpsOrders;

public sealed class ReviewTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task A_proof_waits_for_review_and_a_repeat_is_the_same_proof()
    {
        var (order, user) = await NewOrder();
        object proof =
            new { method = "bank", amount = "15.00", trade_no = $"T-{order}", note = "paid", screenshot_url = "https://s.test/1.png" };

        var first = await user.Http.Post($"/api/v1/orders/{order}/payments", proof, "k1");
        var second = await user.Http.Post($"/api/v1/orders/{order}/payments", proof, "k1");

        ((string)first.Ok["status"]!).Should().Be("pending_review");
        ((decimal)first.Ok["amount"]!).Should().Be(15m);
        ((long)first.Ok["id"]!).Should().BePositive();
        second.Text.Should().Be(first.Text);
        (await app.StatusOf(order)).Should().Be("pending_review");
        (await app.Scalar<long>("select count(*) from order_payments where order_id = $1", order)).Should().Be(1);
        (await user.Http.Get($"/api/v1/orders/{order}")).Ok["payments"]![0]!.ToJsonString().Should().Be(first.Json.ToJsonString());
    }

    [Theory]
    [InlineData("""{}""", "request.invalid")]
    [InlineData("""{"amount":0}""", "request.invalid")]
    [InlineData("""{"amount":true}""", "request.invalid_body")]
    [InlineData("""{"amount":14.99}""", "payment.amount_differs")]
    [InlineData("""{"amount":15,"currency":"USD"}""", "payment.currency_differs")]
    [InlineData("""{"amount":15,"screenshot_url":"javascript:alert(1)"}""", "request.invalid")]
    [InlineData("""{"amount":15,"screenshot_url":" \tjavascript:alert(1)"}""", "request.invalid")]
    [InlineData("""{"amount":15,"screenshot_url":"data:text/html,x"}""", "request.invalid")]
    public async Task A_proof_that_does_not_fit_is_refused(string body, string code)
    {
        var (order, user) = await NewOrder();

        var reply = await user.Http.Post($"/api/v1/orders/{order}/payments", body);

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.Code.Should().Be(code);
        (await app.StatusOf(order)).Should().Be("pending_payment");
    }

    [Fact]
    public async Task A_trade_number_is_used_once_in_the_system_and_a_blank_one_any_time()
    {
        var (first, user) = await NewOrder();
        var (second, other) = await NewOrder();
        var trade = $"T-{Guid.NewGuid():N}";
        _ = (await user.Http.Post($"/api/v1/orders/{first}/payments", new { amount = 15, trade_no = trade })).Ok;

        var taken = await other.Http.Post($"/api/v1/orders/{second}/payments", new { amount = 15, trade_no = $" {trade} " });

        taken.Status.Should().Be(HttpStatusCode.Conflict);
        taken.Code.Should().Be("payment.trade_no_taken");
        _ = (await other.Http.Post($"/api/v1/orders/{second}/payments", new { amount = 15, trade_no = " " })).Ok;
        _ = (await other.Http.Post($"/api/v1/orders/{second}/payments", new { amount = 15 })).Ok;
    }

    [Fact]
    public async Task Mark_paid_needs_no_body_and_still_waits_for_the_approval()
    {
        var admin = await app.NewAdmin("*");
        var (order, _) = await NewOrder();

        var paid = await admin.Http.Post($"/admin/api/v1/orders/{order}/mark-paid");

        ((decimal)paid.Ok["amount"]!).Should().Be(15m);
        (await app.StatusOf(order)).Should().Be("pending_review");
        (await app.Scalar<string>("select detail from audit_logs where action = 'order.mark_paid' and target_id = $1", order.ToString()))
            .Should().Be("""{"amount":1500}""");
        (await admin.Http.Post($"/admin/api/v1/orders/{order}/mark-paid")).Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("""{"amount":15.5}""")]
    [InlineData("""{"amount":15}""")]
    [InlineData("""{"amount":0}""")]
    [InlineData("""{"amount":"x"}""")]
    public async Task Mark_paid_takes_the_whole_total_in_cents_and_nothing_else(string body)
    {
        var admin = await app.NewAdmin("*");
        var (order, _) = await NewOrder();

        (await admin.Http.Post($"/admin/api/v1/orders/{order}/mark-paid", body)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Twenty_approvals_are_one_approval()
    {
        var admin = await app.NewAdmin("*");
        var (order, _) = await NewOrder();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => admin.Http.Post($"/admin/api/v1/orders/{order}/approve")));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Code == "flow.illegal_move");
        (await app.Scalar<long>("select count(*) from order_events where order_id = $1 and type = 'order.approved'", order)).Should().Be(1);
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'order.approve' and target_id = $1", order.ToString()))
            .Should().Be(1);
        (await app.Scalar<long>("select approved_by from orders where id = $1", order)).Should().Be(admin.Id.Value);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task Of_an_approval_and_a_cancellation_one_wins()
    {
        var admin = await app.NewAdmin("*");
        var shop = await Shop.Open(app, groupStock: 100);
        for (var round = 0; round < 5; round++)
        {
            var user = await app.NewUser();
            var order = await user.OrderId(shop);

            var replies = await Task.WhenAll(
                admin.Http.Post($"/admin/api/v1/orders/{order}/approve"), user.Http.Post($"/api/v1/orders/{order}/cancel"));

            replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        }

        var held = await app.Scalar<long>(
            "select count(*) from orders o join order_items i on i.order_id = o.id where i.package_id = $1 and o.status <> 'canceled'",
            shop.Package.Value);
        (await app.Scalar<long>("select capacity_remaining from plan_groups where id = $1", shop.Group.Value)).Should().Be(100 - held);
    }

    [Fact]
    public async Task A_rejection_gives_the_places_back_and_an_approval_takes_them_again_while_there_are_some()
    {
        var admin = await app.NewAdmin("*");
        var shop = await Shop.Open(app, packageStock: 2);
        var (user, rival) = (await app.NewUser(), await app.NewUser());
        var order = await user.OrderId(shop, 2);

        _ = (await admin.Http.Post($"/admin/api/v1/orders/{order}/reject", new { reason = "who are you" })).Ok;
        (await Left(shop)).Should().Be(2);
        ((string)(await user.Http.Get($"/api/v1/orders/{order}")).Order()["rejected_reason"]!).Should().Be("who are you");

        var other = await rival.OrderId(shop);
        (await admin.Http.Post($"/admin/api/v1/orders/{order}/approve")).Code.Should().Be("stock.sold_out");
        (await app.StatusOf(order)).Should().Be("rejected");

        _ = (await rival.Http.Post($"/api/v1/orders/{other}/cancel")).Ok;
        _ = (await admin.Http.Post($"/admin/api/v1/orders/{order}/approve")).Ok;
        (await Left(shop)).Should().Be(0);
    }

    [Fact]
    public async Task What_the_status_does_not_allow_names_what_it_does()
    {
        var admin = await app.NewAdmin("*");
        var (order, user) = await NewOrder();
        _ = (await user.Http.Post($"/api/v1/orders/{order}/cancel")).Ok;

        var reply = await admin.Http.Post($"/admin/api/v1/orders/{order}/approve");

        reply.Code.Should().Be("flow.illegal_move");
        reply.Json["allowed"]!.AsArray().Select(move => (string)move!).Should().Equal("revive");
        (await admin.Http.Post($"/admin/api/v1/orders/{order}/retry")).Status.Should().Be(HttpStatusCode.Conflict);
        (await user.Http.Post($"/api/v1/orders/{order}/cancel")).Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Every_route_needs_its_right_and_knows_its_orders()
    {
        await app.NewAdmin("*");
        var clerk = await app.NewAdmin("ticket.*");
        var admin = await app.NewAdmin("order.*");
        var (order, user) = await NewOrder();
        foreach (var what in new[] { "approve", "reject", "mark-paid", "retry" })
        {
            (await clerk.Http.Post($"/admin/api/v1/orders/{order}/{what}")).Status.Should().Be(HttpStatusCode.Forbidden);
            (await user.Http.Post($"/admin/api/v1/orders/{order}/{what}")).Code.Should().Be("auth.admin_required");
            (await admin.Http.Post($"/admin/api/v1/orders/999999/{what}")).Status.Should().Be(HttpStatusCode.NotFound);
        }

        (await clerk.Http.Get("/admin/api/v1/orders")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.Http.Get($"/admin/api/v1/orders/{order}")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.Http.Delete($"/admin/api/v1/orders/{order}")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await admin.Http.Delete("/admin/api/v1/orders/999999")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unpaid_order_is_deleted_and_gives_its_place_back()
    {
        var admin = await app.NewAdmin("*");
        var shop = await Shop.Open(app, packageStock: 1);
        var user = await app.NewUser();
        var order = await user.OrderId(shop);
        var number = (string)(await user.Http.Get($"/api/v1/orders/{order}")).Order()["order_no"]!;

        _ = (await admin.Http.Delete($"/admin/api/v1/orders/{order}")).Ok;

        (await user.Http.Get($"/api/v1/orders/{order}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Left(shop)).Should().Be(1);
        (await app.Scalar<string>("select detail from audit_logs where action = 'order.delete' and target_id = $1", order.ToString()))
            .Should().Contain(number).And.Contain("pending_payment");
    }

    [Fact]
    public async Task Money_keeps_an_order_from_being_deleted_unless_it_goes_to_the_wallet_first()
    {
        var admin = await app.NewAdmin("*");
        var (order, user) = await NewOrder();
        _ = (await admin.Http.Post($"/admin/api/v1/orders/{order}/mark-paid")).Ok;
        await app.Change("order_payments", "status = 'approved'", "order_id", order);

        (await admin.Http.Delete($"/admin/api/v1/orders/{order}")).Code.Should().Be("order.in_use");
        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => admin.Http.Delete($"/admin/api/v1/orders/{order}?force=true")));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        (await app.BalanceOf(user)).Should().Be(1500);
        await app.TheBooksAreRight();
    }

    [Fact]
    public async Task The_dashboard_counts_what_is_the_users()
    {
        var admin = await app.NewAdmin("*");
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        await app.Fund(user, 1500);
        await user.OrderId(shop);
        var proven = await user.OrderId(shop);
        _ = (await user.Http.Post($"/api/v1/orders/{proven}/payments", new { amount = 15 })).Ok;

        var board = (await user.Http.Get("/api/v1/dashboard")).Ok;

        ((long)board["orders"]!).Should().Be(2);
        ((long)board["pending_review"]!).Should().Be(1);
        ((long)board["vps"]!).Should().Be(0);
        ((decimal)board["spend_30d"]!).Should().Be(0);
        _ = (await admin.Http.Post($"/admin/api/v1/orders/{proven}/reject")).Ok;
        ((long)(await user.Http.Get("/api/v1/dashboard")).Ok["pending_review"]!).Should().Be(0);
    }

    private async Task<(long Order, Person User)> NewOrder()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        return (await user.OrderId(shop), user);
    }

    private Task<long> Left(Shop shop) => app.Scalar<long>("select capacity_remaining from packages where id = $1", shop.Package.Value);
}
