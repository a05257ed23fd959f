using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Functional.Tests.WebApi.Panel;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.PlanOrders;

public sealed class AdminPlanOrderTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Orders = "/api/v1/admin/orders";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.Primary();
        _admin = await app.NewAdmin("plan_order.*");
    }

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Fact]
    public async Task An_order_is_shown_with_its_owner()
    {
        var user = await app.NewUser();
        var order = (await user.BuyOutside(await app.NewPlan())).Ok["order"]!;

        var one = (await _admin.Http.Get($"{Orders}/{order["id"]}")).Ok["order"]!;
        var list = (await _admin.Http.Get($"{Orders}?user_id={user.Id.Value}")).Ok;

        one["user"]!.ToJsonString().Should().Be(
            $$"""{"id":{{user.Id.Value}},"email":"{{user.Username}}@example.com","display_name":"{{user.Username}}"}""");
        list["orders"]!.AsArray().Single()!.ToJsonString().Should().Be(one.ToJsonString());
        ((long)list["pagination"]!["total_count"]!).Should().Be(1);
        (await _admin.Http.Get($"{Orders}?number={order["number"]}")).Ok["orders"]!.AsArray().Should().ContainSingle();
        (await _admin.Http.Get($"{Orders}?user_id=x&page=x&per_page=200")).Ok["pagination"]!["per_page"]!.GetValue<int>().Should().Be(100);
        (await _admin.Http.Get($"{Orders}/987654")).Code.Should().Be("order.not_found");
        (await _admin.Http.Get($"{Orders}/0")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_admin_marks_an_order_as_paid_once()
    {
        var user = await app.NewUser();
        var order = (await user.BuyOutside(await app.NewPlan())).Ok["order"]!["id"];

        var paid = (await _admin.Http.Post(
            $"{Orders}/{order}/pay",
            new { payment_method = "Cash", paid_at = 1766620800, note = "desk 3", reference = "R-1" })).Ok["order"]!;
        var again = (await _admin.Http.Post($"{Orders}/{order}/pay", new { charge_balance = true })).Ok["order"]!;

        ((string)paid["status"]!, (string)paid["payment_status"]!, (string)paid["payment_method"]!, (string)paid["payment_reference"]!)
            .Should().Be(("paid", "succeeded", "Cash", "R-1"));
        ((long)paid["paid_at"]!).Should().Be(1766620800);
        ((string)paid["metadata"]!["manual_paid_by"]!, (string)paid["metadata"]!["manual_payment_note"]!).Should()
            .Be((_admin.Username, "desk 3"));
        again.ToJsonString().Should().Be(paid.ToJsonString());
        (await app.DaysLeft(user)).Should().Be(30);
        (await Audited("plan_order.pay", order!)).Should().BePositive();
    }

    [Fact]
    public async Task An_admin_pays_from_the_owners_balance_when_there_is_enough()
    {
        var user = await app.NewUser();
        var order = (await user.BuyOutside(await app.NewPlan())).Ok["order"]!;

        var refused = await _admin.Http.Post($"{Orders}/{order["id"]}/pay", new { charge_balance = true });
        await app.Fund(user, 3500);
        var paid = (await _admin.Http.Post(
            $"{Orders}/{order["id"]}/pay", new { charge_balance = true, payment_method = "desk" })).Ok["order"]!;

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.Conflict, "wallet.insufficient_balance"));
        ((string)paid["payment_method"]!, (bool)paid["metadata"]!["balance_charged"]!, (string)paid["payments"]![0]!["status"]!)
            .Should().Be(("balance", true, "pending"));
        (await app.BalanceOf(user)).Should().Be(500);
        (await _admin.Http.Post($"{Orders}/{order["id"]}/refund", new { amount_cents = 3000 })).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_calls_an_order_paid_from_the_balance_that_did_not_pay_it()
    {
        var order = (await (await app.NewUser()).BuyOutside(await app.NewPlan())).Ok["order"]!["id"];

        var refused = await _admin.Http.Post($"{Orders}/{order}/pay", new { payment_method = " Balance " });

        refused.ShouldName("payment_method");
    }

    [Fact]
    public async Task An_admin_cancels_what_nobody_paid()
    {
        var user = await app.NewUser();
        await app.Fund(user, 3000);
        var plan = await app.NewPlan();
        var (waiting, paid) = ((await user.BuyOutside(plan)).Ok["order"]!["id"], (await user.Buy(plan)).Ok["order"]!["id"]);

        var cancelled = (await _admin.Http.Post(
            $"{Orders}/{waiting}/cancel", new { reason = "no answer", cancelled_at = 1766620800 })).Ok["order"]!;

        ((string)cancelled["status"]!, (long)cancelled["cancelled_at"]!, (string)cancelled["metadata"]!["cancelled_by"]!)
            .Should().Be(("cancelled", 1766620800, _admin.Username));
        (await _admin.Http.Post($"{Orders}/{waiting}/cancel")).Status.Should().Be(HttpStatusCode.OK);
        (await _admin.Http.Post($"{Orders}/{paid}/cancel")).Code.Should().Be("order.paid");
        var dead = await _admin.Http.Post($"{Orders}/{waiting}/pay");
        (dead.Status, dead.Code).Should().Be((HttpStatusCode.Conflict, "flow.illegal_move"));
        (await Audited("plan_order.cancel", waiting!)).Should().BePositive();
    }

    [Fact]
    public async Task Money_goes_back_in_parts_and_never_more_than_was_paid()
    {
        var user = await app.NewUser();
        await app.Fund(user, 3000);
        var order = (await user.Buy(await app.NewPlan())).Ok["order"]!;
        var path = $"{Orders}/{order["id"]}/refund";

        var part = (await _admin.Http.Post(
            path, new { amount_cents = 1000, reason = "slow", metadata = new { ticket = 7 }, credit_balance = true })).Ok["order"]!;
        var tooMuch = await _admin.Http.Post(path, new { amount_cents = 2001 });
        var rest = (await _admin.Http.Post(path, new { amount_cents = 2000, refund_at = 1766620800 })).Ok["order"]!;
        var more = await _admin.Http.Post(path, new { amount_cents = 1 });

        ((string)part["status"]!, (long)part["refunded_cents"]!, (string)part["payment_status"]!).Should()
            .Be(("partially_refunded", 1000, "succeeded"));
        var refund = part["refunds"]!.AsArray().Single()!;
        ((long)refund["amount_cents"]!, (string)refund["reason"]!, (string)refund["reference"]!).Should()
            .Be((1000, "slow", $"order:{order["number"]}"));
        ((int)refund["metadata"]!["ticket"]!, (string)refund["metadata"]!["operator"]!).Should().Be((7, _admin.Username));
        (tooMuch.Status, tooMuch.Code).Should().Be((HttpStatusCode.BadRequest, "refund.too_high"));
        ((string)rest["status"]!, (long)rest["refunded_at"]!, rest["refunds"]!.AsArray().Count).Should().Be(("refunded", 1766620800, 2));
        rest.AsObject().Should().NotContainKey("cancelled_at");
        (more.Status, more.Code).Should().Be((HttpStatusCode.Conflict, "flow.illegal_move"));
        (await app.BalanceOf(user)).Should().Be(3000);
        (await user.Http.Get($"/api/v1/user/orders/{order["id"]}")).Ok["order"]!["refunds"]!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task What_the_balance_did_not_pay_is_not_refunded_to_it()
    {
        var user = await app.NewUser();
        var (waiting, paid) = ((await user.BuyOutside(await app.NewPlan())).Ok["order"]!["id"], (await user.BuyOutside(await app.NewPlan())).Ok["order"]!["id"]);
        var free = (await user.Buy(await app.NewPlan(0))).Ok["order"]!["id"];
        _ = (await _admin.Http.Post($"{Orders}/{paid}/pay")).Ok;

        (await _admin.Http.Post($"{Orders}/{waiting}/refund", new { amount_cents = 1 })).Code.Should().Be("flow.illegal_move");
        (await _admin.Http.Post($"{Orders}/{paid}/refund", new { amount_cents = 1 })).Code.Should().Be("refund.not_from_balance");
        (await _admin.Http.Post($"{Orders}/{free}/refund", new { amount_cents = 1 })).Code.Should().Be("refund.nothing_paid");
        (await _admin.Http.Post($"{Orders}/987654/refund", new { amount_cents = 1 })).Code.Should().Be("order.not_found");
    }

    [Theory]
    [InlineData("""{}""", "amount_cents")]
    [InlineData("""{"amount_cents":0}""", "amount_cents")]
    [InlineData("""{"amount_cents":-5}""", "amount_cents")]
    [InlineData("""{"amount_cents":5,"credit_balance":false}""", "credit_balance")]
    [InlineData("""{"amount_cents":5,"metadata":[1]}""", "metadata")]
    public async Task A_bad_refund_is_refused_before_anything_is_looked_up(string body, string field)
    {
        var refused = await _admin.Http.Post($"{Orders}/987654/refund", body);

        refused.ShouldName(field);
    }

    [Fact]
    public async Task A_refund_with_a_key_happens_once_and_one_without_happens_again()
    {
        var user = await app.NewUser();
        await app.Fund(user, 3000);
        var path = $"{Orders}/{(await user.Buy(await app.NewPlan())).Ok["order"]!["id"]}/refund";

        var first = (await _admin.Http.Post(path, new { amount_cents = 100, idempotency_key = "r1", metadata = JsonNode.Parse("""{"a":1}""") })).Ok;
        var again = (await _admin.Http.Post(path, new { amount_cents = 100, idempotency_key = "r1", metadata = JsonNode.Parse("""{"a":1}""") })).Ok;
        var other = await _admin.Http.Post(path, new { amount_cents = 200, idempotency_key = "r1" });
        _ = (await _admin.Http.Post(path, """{"amount_cents":100,"metadata":{"a":1,"a":2}}""")).Ok;

        again.ToJsonString().Should().Be(first.ToJsonString());
        other.Code.Should().Be("idempotency.mismatch");
        (await app.BalanceOf(user)).Should().Be(200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/1")]
    [InlineData("/1/pay")]
    [InlineData("/1/cancel")]
    [InlineData("/1/refund")]
    public async Task Every_route_asks_for_its_own_permission(string route)
    {
        var stranger = await app.NewAdmin("plan.list");
        var isRead = route is "" or "/1";

        var denied = isRead ? await stranger.Http.Get(Orders + route) : await stranger.Http.Post(Orders + route, new { amount_cents = 1 });
        var customer = await (await app.NewUser()).Http.Get(Orders);

        (denied.Status, denied.Code).Should().Be((HttpStatusCode.Forbidden, "auth.permission_denied"));
        customer.Code.Should().Be("auth.admin_required");
    }

    private Task<long> Audited(string action, JsonNode order) => app.Scalar<long>(
        "select count(*) from audit_logs where action = $1 and target_id = $2 and admin_id = $3", action, order.ToString(),
        _admin.Id.Value);
}
