using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Functional.Tests.WebApi.Panel;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.PlanOrders;

public sealed class PlanOrderTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Orders = "/api/v1/user/orders";

    public Task InitializeAsync() => app.Primary();

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Fact]
    public async Task The_balance_pays_at_once_and_the_subscription_is_there()
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan());
        await app.Fund(user, 12_500);

        var placed = (await user.Http.Post(Orders, new { plan_id = plan, quantity = 2 })).Ok;

        var order = placed["order"]!;
        ((string)order["status"]!, (string)order["payment_status"]!, (string)order["payment_method"]!).Should()
            .Be(("paid", "succeeded", "balance"));
        ((string)order["number"]!).Should().StartWith("ORD-");
        ((long)order["total_cents"]!, (long)order["refunded_cents"]!, (long)order["plan_id"]!, (string)order["currency"]!)
            .Should().Be((6000, 0, plan, "CNY"));
        ((long)order["paid_at"]!).Should().BeCloseTo(app.Clock.GetUtcNow().ToUnixTimeSeconds(), 60);
        order.AsObject().Select(field => field.Key).Should().NotContain(
            ["payment_intent_id", "payment_reference", "payment_failure_code", "payment_failure_message", "cancelled_at", "refunded_at", "user"]);
        order["plan_snapshot"]!.AsObject().Select(field => field.Key).Should().BeEquivalentTo(
            "id", "name", "slug", "description", "price_cents", "currency", "duration_days", "traffic_limit_bytes", "devices_limit",
            "features", "tags", "reset");
        order["metadata"]!.ToJsonString().Should().Be("""{"quantity":2}""");
        order.AsObject().Should().NotContainKeys("payments", "refunds");
        var item = order["items"]!.AsArray().Single()!;
        ((string)item["item_type"]!, (long)item["item_id"]!, (int)item["quantity"]!, (long)item["unit_price_cents"]!, (long)item["subtotal_cents"]!)
            .Should().Be(("plan", plan, 2, 3000, 6000));
        item["metadata"]!.ToJsonString().Should().Be("""{"duration_days":30,"traffic_limit_bytes":100000000000,"devices_limit":3}""");
        ((long)placed["balance"]!["balance_cents"]!).Should().Be(6500);
        var entry = placed["transaction"]!;
        ((string)entry["entry_type"]!, (long)entry["amount_cents"]!, (long)entry["balance_after_cents"]!, (string)entry["reference"]!)
            .Should().Be(("purchase", -6000, 6500, $"order:{order["number"]}"));
        ((long)entry["metadata"]!["quantity"]!).Should().Be(2);
        (await app.DaysLeft(user)).Should().Be(60);
        (await app.Scalar<long>("select traffic_total_bytes from subscriptions where user_id = $1", user.Id.Value)).Should()
            .Be(200_000_000_000);
        (await user.Http.Get($"{Orders}/{order["id"]}")).Ok["order"]!.ToJsonString().Should().Be(order.ToJsonString());
    }

    [Fact]
    public async Task A_second_order_of_a_plan_renews_from_the_end_and_after_the_end_from_now()
    {
        var (user, plan, other) = (await app.NewUser(), await app.NewPlan(), await app.NewPlan(days: 7));
        await app.Fund(user, 100_000);

        await app.BuyAs(user, plan);
        var token = await Token(user);
        app.Clock.Advance(TimeSpan.FromDays(10));
        await app.BuyAs(user, plan);

        (await app.DaysLeft(user)).Should().Be(50);
        app.Clock.Advance(TimeSpan.FromDays(100));
        await app.BuyAs(user, plan);

        (await app.DaysLeft(user)).Should().Be(30);
        (await Token(user)).Should().Be(token, "a renewal keeps the link");
        (await app.Subscriptions(user)).Should().Be(1);
        await app.BuyAs(user, other);
        (await app.Subscriptions(user)).Should().Be(2);
    }

    [Fact]
    public async Task What_is_delivered_is_what_was_ordered_whatever_became_of_the_plan()
    {
        var (user, plan, admin) = (await app.NewUser(), await app.NewPlan(), await app.NewAdmin("plan.*", "plan_order.*"));
        var order = (await user.BuyOutside(plan)).Ok["order"]!;
        _ = (await admin.Http.Patch($"/api/v1/admin/plans/{plan}", new { duration_days = 1, price_cents = 1, status = "archived" })).Ok;

        var paid = await admin.Http.Post($"/api/v1/admin/orders/{order["id"]}/pay");

        ((long)paid.Ok["order"]!["total_cents"]!).Should().Be(3000);
        (await app.DaysLeft(user)).Should().Be(30);
    }

    [Fact]
    public async Task A_free_plan_is_paid_at_once_without_any_money_and_can_be_cancelled()
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan(0));

        var placed = (await user.Http.Post(Orders, new { plan_id = plan, payment_method = "External" })).Ok;

        ((string)placed["order"]!["status"]!, (string)placed["order"]!["payment_method"]!).Should().Be(("paid", "external"));
        placed["order"]!.AsObject().Should().NotContainKey("payments");
        placed.AsObject().Should().NotContainKey("transaction");
        placed["balance"]!.ToJsonString().Should().Be($$"""{"user_id":{{user.Id.Value}},"balance_cents":0,"currency":"CNY","updated_at":0}""");
        (await app.Scalar<long>("select count(*) from wallets where user_id = $1", user.Id.Value)).Should().Be(0);
        var cancelled = (await user.Http.Post($"{Orders}/{placed["order"]!["id"]}/cancel")).Ok["order"]!;
        ((string)cancelled["status"]!, (string)cancelled["payment_status"]!).Should().Be(("cancelled", "succeeded"));
    }

    [Fact]
    public async Task A_payment_outside_waits_and_keeps_what_it_needs()
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan());

        var placed = (await user.Http.Post(Orders, new
        {
            plan_id = plan, payment_method = " EXTERNAL ", payment_channel = " Stripe ", payment_return_url = "https://shop.test/back",
        })).Ok;

        var order = placed["order"]!;
        ((string)order["status"]!, (string)order["payment_status"]!, (string)order["payment_intent_id"]!)
            .Should().Be(("pending_payment", "pending", $"stripe-{order["number"]}"));
        order.AsObject().Should().NotContainKey("paid_at");
        var payment = order["payments"]!.AsArray().Single()!;
        ((string)payment["provider"]!, (string)payment["method"]!, (string)payment["status"]!, (long)payment["amount_cents"]!)
            .Should().Be(("stripe", "external", "pending", 3000));
        payment["metadata"]!.ToJsonString().Should().Be("""{"channel":"stripe","return_url":"https://shop.test/back"}""");
        order["metadata"]!.ToJsonString().Should().Be(
            """{"quantity":1,"payment_channel":"stripe","payment_return_url":"https://shop.test/back"}""");
        (await app.Subscriptions(user)).Should().Be(0);
    }

    [Theory]
    [InlineData("""{"quantity":1}""", HttpStatusCode.BadRequest, "plan_id")]
    [InlineData("""{"plan_id":0}""", HttpStatusCode.BadRequest, "plan_id")]
    [InlineData("""{"plan_id":PLAN,"quantity":0}""", HttpStatusCode.BadRequest, "quantity")]
    [InlineData("""{"plan_id":PLAN,"quantity":11}""", HttpStatusCode.BadRequest, "quantity")]
    [InlineData("""{"plan_id":PLAN,"quantity":-1}""", HttpStatusCode.BadRequest, "quantity")]
    [InlineData("""{"plan_id":PLAN,"quantity":99999999999}""", HttpStatusCode.BadRequest, "quantity")]
    [InlineData("""{"plan_id":PLAN,"payment_method":"manual"}""", HttpStatusCode.BadRequest, "payment_method")]
    [InlineData("""{"plan_id":PLAN,"payment_method":"external"}""", HttpStatusCode.BadRequest, "payment_channel")]
    [InlineData("""{"plan_id":PLAN,"payment_method":"external","payment_channel":"123456789012345678901234567890123"}""", HttpStatusCode.BadRequest, "payment_channel")]
    [InlineData("""{"plan_id":PLAN,"payment_method":"external","payment_channel":"x","payment_return_url":"javascript:alert(1)"}""", HttpStatusCode.BadRequest, "payment_return_url")]
    [InlineData("""{"plan_id":987654}""", HttpStatusCode.NotFound, null)]
    public async Task A_bad_order_is_refused_by_the_name_of_its_field(string body, HttpStatusCode status, string? field)
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan());

        var refused = await user.Http.Post(Orders, body.Replace("PLAN", plan.ToString()));

        refused.Status.Should().Be(status);
        if (field is not null)
            refused.ShouldName(field);
    }

    [Fact]
    public async Task What_is_not_on_sale_is_not_sold()
    {
        var (user, hidden) = (await app.NewUser(), await app.NewPlan(isSold: false));

        (await user.Buy(hidden)).Code.Should().Be("plan.not_sold");
    }

    [Fact]
    public async Task Too_little_money_or_money_of_another_kind_buys_nothing()
    {
        var (user, poor) = (await app.NewUser(), await app.NewUser());
        await app.Fund(user, 100_000);
        await app.Fund(poor, 2999);

        var tooLittle = await poor.Buy(await app.NewPlan());
        var penniless = await (await app.NewUser()).Buy(await app.NewPlan());
        var foreign = await user.Buy(await app.NewPlan(currency: "USD"));

        (tooLittle.Status, tooLittle.Code).Should().Be((HttpStatusCode.Conflict, "wallet.insufficient_balance"));
        (penniless.Status, penniless.Code).Should().Be((HttpStatusCode.Conflict, "wallet.insufficient_balance"));
        (foreign.Status, foreign.Code).Should().Be((HttpStatusCode.Conflict, "wallet.currency_mismatch"));
        (await app.Scalar<long>("select count(*) from orders where user_id = $1 or user_id = $2", user.Id.Value, poor.Id.Value)).Should()
            .Be(0);
        (await app.Scalar<long>("select count(*) from wallets where user_id = $1", user.Id.Value)).Should().Be(1);
    }

    [Fact]
    public async Task A_key_gives_the_first_answer_again_and_no_second_order()
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan());
        await app.Fund(user, 100_000);

        var first = (await user.Buy(plan, 1, "key")).Ok;
        _ = (await user.Buy(plan)).Ok;
        var again = (await user.Buy(plan, 1, "key")).Ok;
        var byHeader = await user.Http.Post(Orders, new { plan_id = plan, quantity = 1 }, "key");
        var other = await user.Buy(plan, 2, "key");
        var tooLong = await user.Buy(plan, 1, new string('k', 129));

        again.ToJsonString().Should().Be(first.ToJsonString());
        byHeader.Ok.ToJsonString().Should().Be(first.ToJsonString());
        (other.Status, other.Code).Should().Be((HttpStatusCode.Conflict, "idempotency.mismatch"));
        tooLong.Status.Should().Be(HttpStatusCode.BadRequest);
        (await app.Scalar<long>("select count(*) from orders where user_id = $1", user.Id.Value)).Should().Be(2);
    }

    [Fact]
    public async Task An_order_is_cancelled_while_nothing_was_paid_for_it()
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan());
        await app.Fund(user, 3000);
        var (waiting, paid) = ((await user.BuyOutside(plan)).Ok["order"]!["id"], (await user.Buy(plan)).Ok["order"]!["id"]);

        var cancelled = (await user.Http.Post($"{Orders}/{waiting}/cancel", new { reason = "changed my mind" })).Ok;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = (await user.Http.Post($"{Orders}/{waiting}/cancel")).Ok;
        var refused = await user.Http.Post($"{Orders}/{paid}/cancel");

        ((string)cancelled["order"]!["status"]!, (string)cancelled["order"]!["payment_status"]!).Should().Be(("cancelled", "failed"));
        ((string)cancelled["order"]!["metadata"]!["cancelled_by"]!, (string)cancelled["order"]!["metadata"]!["cancel_reason"]!)
            .Should().Be(("user", "changed my mind"));
        ((long)cancelled["balance"]!["balance_cents"]!).Should().Be(0);
        again["order"]!.ToJsonString().Should().Be(cancelled["order"]!.ToJsonString());
        (refused.Status, refused.Code).Should().Be((HttpStatusCode.Conflict, "order.paid"));
        (await user.Http.Post($"{Orders}/{waiting}/cancel", new { reason = new string('x', 256) })).Status.Should()
            .Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Orders_of_others_are_missing()
    {
        var (user, stranger, plan) = (await app.NewUser(), await app.NewUser(), await app.NewPlan());
        var order = (long)(await user.BuyOutside(plan)).Ok["order"]!["id"]!;

        (await stranger.Http.Get($"{Orders}/{order}")).Code.Should().Be("order.not_found");
        (await stranger.Http.Post($"{Orders}/{order}/cancel")).Code.Should().Be("order.not_found");
        (await stranger.Http.Get(Orders)).Ok["orders"]!.AsArray().Should().BeEmpty();
        (await stranger.Http.Get($"{Orders}?user_id={user.Id.Value}")).Ok["orders"]!.AsArray().Should().BeEmpty();
        (await user.Http.Get($"{Orders}/0")).Status.Should().Be(HttpStatusCode.NotFound);
        (await user.Http.Get($"/api/v1/orders/{order}")).Status.Should().Be(HttpStatusCode.NotFound, "the console sells hosts");
        (await user.Http.Get("/api/v1/orders")).Ok["items"]!.AsArray().Should().BeEmpty();
        (await app.Anonymous.Get(Orders)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task My_orders_are_filtered_sorted_and_paged()
    {
        var user = await app.NewUser();
        await app.Fund(user, 10_000);
        var cheap = (await user.Buy(await app.NewPlan(100))).Ok["order"]!;
        var dear = (await user.BuyOutside(await app.NewPlan(900))).Ok["order"]!;
        var middle = (await user.Buy(await app.NewPlan(500))).Ok["order"]!;

        (await Totals("")).Should().Equal(500, 900, 100);
        (await Totals("?direction=asc")).Should().Equal(100, 900, 500);
        (await Totals("?sort=total&direction=ASC")).Should().Equal(100, 500, 900);
        (await Totals("?sort=total")).Should().Equal(900, 500, 100);
        (await Totals("?status=PAID")).Should().Equal(500, 100);
        (await Totals("?payment_method=external&payment_status=pending")).Should().Equal(900);
        (await Totals($"?number={cheap["number"]!.ToString().ToLowerInvariant()}")).Should().Equal(100);
        (await Totals("?number=%25")).Should().BeEmpty("a percent sign is a percent sign");
        (await Totals("?status=refunded")).Should().BeEmpty();
        (await Totals("?page=2&per_page=2")).Should().Equal(100);
        var page = (await user.Http.Get($"{Orders}?per_page=2")).Ok;
        page["pagination"]!.ToJsonString().Should().Be("""{"page":1,"per_page":2,"total_count":3,"has_next":true,"has_prev":false}""");
        page["orders"]![1]!.ToJsonString().Should().Be(dear.ToJsonString());
        page["orders"]![0]!.ToJsonString().Should().Be(middle.ToJsonString());

        async Task<IEnumerable<long>> Totals(string query) =>
            (await user.Http.Get(Orders + query)).Ok["orders"]!.AsArray().Select(order => (long)order!["total_cents"]!).ToList();
    }

    private Task<string> Token(Person user) =>
        app.Scalar<string>("select token_hash from subscriptions where user_id = $1", user.Id.Value);
}
