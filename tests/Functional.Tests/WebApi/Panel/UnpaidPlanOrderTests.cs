using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Panel;

public sealed class UnpaidPlanOrderTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private HttpClient _collector = null!;
    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        _admin = await app.Primary();
        _collector = app.Collector();
    }

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Fact]
    public async Task An_order_of_a_plan_that_is_not_paid_in_time_is_cancelled_and_its_payment_has_failed()
    {
        var user = await app.NewUser();
        var order = (await user.BuyOutside(await app.NewPlan())).Ok["order"]!;
        ((long)order["payment_due_at"]!).Should().BeInRange(
            app.Clock.GetUtcNow().AddMinutes(29).ToUnixTimeSeconds(), app.Clock.GetUtcNow().AddMinutes(31).ToUnixTimeSeconds());

        await app.Expire((long)order["id"]!);

        var closed = (await user.Http.Get($"/api/v1/user/orders/{order["id"]}")).Ok["order"]!;
        ((string)closed["status"]!, (string)closed["payment_status"]!, (string)closed["payments"]![0]!["status"]!)
            .Should().Be(("cancelled", "failed", "failed"));
        ((string)closed["metadata"]!["cancel_reason"]!, (string)closed["metadata"]!["cancelled_by"]!).Should().Be(("expired", "system"));
        closed.AsObject().Should().ContainKey("expired_at").And.NotContainKey("payment_due_at");
    }

    [Theory]
    [InlineData("bank", 30)]
    [InlineData("approval", 72 * 60)]
    public async Task The_channel_decides_how_long_the_order_waits(string channel, int minutes)
    {
        var order = (await (await app.NewUser()).BuyOutside(await app.NewPlan(), channel: channel)).Ok["order"]!;

        ((long)order["payment_due_at"]! - (long)order["created_at"]!).Should().BeCloseTo(minutes * 60, 2);
    }

    [Fact]
    public async Task A_revived_order_costs_what_the_plan_costs_today_and_has_a_new_payment()
    {
        var user = await app.NewUser();
        var plan = await app.NewPlan();
        var order = (await user.BuyOutside(plan, 2)).Ok["order"]!;
        await app.Expire((long)order["id"]!);
        _ = (await _admin.Http.Patch($"/api/v1/admin/plans/{plan}", new { price_cents = 3500 })).Ok;

        var revived = (await Revive(user, order["id"]!)).Ok["order"]!;
        var late = (await _collector.Report(order, "succeeded", new { amount_cents = 6000 })).Ok["order"]!;
        var paid = (await _collector.Report(order, "succeeded", new { payment_id = (long)revived["payments"]![1]!["id"]! })).Ok["order"]!;

        ((string)revived["status"]!, (string)revived["payment_status"]!, (long)revived["total_cents"]!)
            .Should().Be(("pending_payment", "pending", 7000));
        ((long)revived["payments"]![1]!["amount_cents"]!).Should().Be(7000);
        ((string)late["status"]!, await app.BalanceOf(user)).Should().Be(("pending_payment", 6000), "late money of the old price");
        ((string)paid["status"]!).Should().Be("paid");
        (await app.DaysLeft(user)).Should().Be(60);
    }

    [Fact]
    public async Task What_did_not_expire_is_not_sold_or_is_a_strangers_cannot_be_revived()
    {
        var (user, stranger) = (await app.NewUser(), await app.NewUser());
        var plan = await app.NewPlan();
        var (cancelled, expired) = ((await user.BuyOutside(plan)).Ok["order"]!, (await user.BuyOutside(plan)).Ok["order"]!);
        _ = (await user.Http.Post($"/api/v1/user/orders/{cancelled["id"]}/cancel", new { reason = "expired" })).Ok;
        await app.Expire((long)expired["id"]!);

        (await Revive(user, cancelled["id"]!)).Code.Should().Be("order.not_expired");
        (await Revive(stranger, expired["id"]!)).Status.Should().Be(HttpStatusCode.NotFound);
        _ = (await _admin.Http.Patch($"/api/v1/admin/plans/{plan}", new { visible = false })).Ok;
        (await Revive(user, expired["id"]!)).Code.Should().Be("order.unavailable");
    }

    [Fact]
    public async Task Orders_of_plans_and_of_VPS_count_together()
    {
        var user = await app.NewUser();
        var plan = await app.NewPlan();
        for (var i = 0; i < 5; i++)
            _ = (await user.BuyOutside(plan)).Ok;

        (await user.BuyOutside(plan)).Code.Should().Be("order.too_many_unpaid");
        (await user.Order(await VpsPanel.Functional.Tests.Sales.Catalog.Shop.Open(app))).Code.Should().Be("order.too_many_unpaid");
        await app.Fund(user, 3000);
        ((string)(await user.Buy(plan)).Ok["order"]!["status"]!).Should().Be("paid", "what the wallet pays at once waits for nothing");
    }

    [Fact]
    public async Task An_unpaid_order_that_an_admin_cancels_is_no_longer_waited_for()
    {
        var order = (await (await app.NewUser()).BuyOutside(await app.NewPlan())).Ok["order"]!;

        var cancelled = (await _admin.Http.Post($"/api/v1/admin/orders/{order["id"]}/cancel")).Ok["order"]!;

        ((string)cancelled["status"]!, (string)cancelled["payment_status"]!, (string)cancelled["payments"]![0]!["status"]!)
            .Should().Be(("cancelled", "failed", "failed"));
        (await _admin.Http.Post($"/api/v1/admin/orders/{order["id"]}/pay")).Code.Should().Be("flow.illegal_move");
        (await _admin.Http.Get("/api/v1/admin/orders?payment_status=pending&per_page=100")).Text.Should()
            .NotContain($"\"{order["number"]}\"");
    }

    private static Task<Reply> Revive(Person person, object order) => person.Http.Post($"/api/v1/user/orders/{order}/revive");
}
