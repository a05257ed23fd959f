using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Dashboard;

/// <summary>Sums over everything, so each test starts with nothing.</summary>
public sealed class DashboardTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Path = "/admin/api/v1/dashboard";
    private readonly PanelApp _app = app;
    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await _app.Reset();
        _admin = await _app.Primary();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_empty_house_has_zeros_and_whole_series()
    {
        var overview = (await _admin.Http.Post($"{Path}/overview")).Ok;

        ((long)overview["total_orders"]!).Should().Be(0);
        ((long)overview["revenue"]!).Should().Be(0);
        overview["series"]!.AsArray().Should().HaveCount(31).And.OnlyContain(point => (decimal)point!["amount"]! == 0);
        (await _admin.Http.Get($"{Path}/vps-status")).Ok["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Revenue_is_what_was_approved_less_refunds_by_the_day_of_the_approval_under_both_names()
    {
        var (shop, user) = (await Shop.Open(_app), await _app.NewUser());
        var (today, yesterday) = (await Sold(user, shop), await Sold(user, shop));
        var (refunded, old) = (await Sold(user, shop), await Sold(user, shop));
        await _app.Change("orders", "approved_at = approved_at - interval '1 day'", "id", yesterday);
        await _app.Change("orders", "total_cents = -512", "id", refunded);
        await _app.Change("orders", "approved_at = approved_at - interval '40 days'", "id", old);
        await user.OrderId(shop);
        var rejected = await user.OrderId(shop);
        _ = (await _admin.Http.Post($"/admin/api/v1/orders/{rejected}/reject")).Ok;
        today.Should().BePositive();

        var overview = (await _admin.Http.Post($"{Path}/overview")).Ok;
        var daily = (await _admin.Http.Post($"{Path}/revenue")).Ok;

        ((long)overview["total_orders"]!).Should().Be(6);
        ((decimal)overview["revenue"]!).Should().Be(39.88m).And.Be((decimal)overview["total_revenue"]!);
        ((decimal)overview["today_revenue"]!).Should().Be(9.88m);
        Amounts(overview["series"]!)[^2..].Should().Equal(15m, 9.88m);
        daily["items"]!.ToJsonString().Should().Be(overview["series"]!.ToJsonString()).And.Be(daily["points"]!.ToJsonString());
        ((string)daily["items"]![30]!["date"]!).Should().Be($"{_app.Clock.GetUtcNow():yyyy-MM-dd}");
        ((string)daily["items"]![0]!["date"]!).Should().Be($"{_app.Clock.GetUtcNow().AddDays(-30):yyyy-MM-dd}");
    }

    [Fact]
    public async Task Months_are_asked_for_under_three_names_and_nonsense_means_days()
    {
        var (shop, user) = (await Shop.Open(_app), await _app.NewUser());
        await Sold(user, shop);

        string[] asks = ["revenue?period=month", "revenue?granularity=MONTH"];
        foreach (var ask in asks)
        {
            var months = (await _admin.Http.Post($"{Path}/{ask}")).Ok["items"]!.AsArray();
            months.Should().HaveCount(7);
            ((string)months[6]!["date"]!).Should().Be($"{_app.Clock.GetUtcNow():yyyy-MM}");
            ((decimal)months[6]!["amount"]!).Should().Be(15m);
            ((decimal)months[5]!["amount"]!).Should().Be(0);
        }

        (await _admin.Http.Post($"{Path}/revenue", new { granularity = "month" })).Ok["points"]!.AsArray().Should().HaveCount(7);
        (await _admin.Http.Post($"{Path}/revenue?period=century")).Ok["items"]!.AsArray().Should().HaveCount(31);
    }

    [Fact]
    public async Task Numbers_that_two_generations_of_clients_call_differently_are_the_same()
    {
        var (shop, user) = (await Shop.Open(_app), await _app.NewUser());
        await _app.Change("orders", "status = 'pending_review', payment_due_at = null", "id", await user.OrderId(shop));
        await _app.Change("orders", "status = 'failed', payment_due_at = null", "id", await user.OrderId(shop));

        var overview = (await _admin.Http.Post($"{Path}/overview")).Ok;

        foreach (var (old, young, value) in new[]
        {
            ("pending_review", "pending_orders", 1L), ("vps_count", "vps_total", 0L), ("expiring_soon", "expiring", 0L),
            ("failed", "failed", 1L),
        })
        {
            ((long)overview[old]!).Should().Be(value);
            ((long)overview[young]!).Should().Be(value);
        }
    }

    [Fact]
    public async Task Revenue_needs_its_permission_and_the_rest_is_for_every_admin()
    {
        var (admin, user) = (await _app.NewAdmin("order.list"), await _app.NewUser());

        (await admin.Http.Post($"{Path}/overview")).Ok["series"]!.AsArray().Should().HaveCount(31);
        (await admin.Http.Get($"{Path}/vps-status")).Ok["points"]!.GetValueKind().Should().Be(JsonValueKind.Array);
        (await admin.Http.Post($"{Path}/revenue")).Code.Should().Be("auth.permission_denied");
        (await (await _app.NewAdmin("dashboard.revenue")).Http.Post($"{Path}/revenue")).Ok["items"]!
            .AsArray().Should().HaveCount(31);
        (await user.Http.Post($"{Path}/overview")).Code.Should().Be("auth.admin_required");
        (await user.Http.Post($"{Path}/revenue")).Code.Should().Be("auth.admin_required");
        (await user.Http.Get($"{Path}/vps-status")).Code.Should().Be("auth.admin_required");
    }

    /// <summary>An order of 15 yuan, paid and approved.</summary>
    private async Task<long> Sold(Person user, Shop shop)
    {
        await _app.Fund(user, 1500);
        var order = await user.OrderId(shop);
        _ = (await user.Pay(order)).Ok;
        await _app.Change("orders", "status = 'active'", "id", order);
        return order;
    }

    private static List<decimal> Amounts(JsonNode series) => [.. series.AsArray().Select(point => (decimal)point!["amount"]!)];
}
