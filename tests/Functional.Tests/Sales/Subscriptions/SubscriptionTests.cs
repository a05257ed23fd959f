using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Functional.Tests.WebApi.Panel;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.Subscriptions;

public sealed class SubscriptionTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string All = "/api/v1/admin/subscriptions";
    private const string Mine = "/api/v1/user/subscriptions";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.Primary();
        _admin = await app.NewAdmin("subscription.*");
    }

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Fact]
    public async Task An_admin_gives_a_plan_away()
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan());

        var made = (await _admin.Http.Post(All, new { user_id = user.Id.Value, plan_id = plan })).Ok["subscription"]!;
        var again = await _admin.Http.Post(All, new { user_id = user.Id.Value, plan_id = plan });

        ((long)made["user_id"]!, (long)made["plan_id"]!, (string)made["status"]!, (long)made["traffic_total_bytes"]!, (int)made["devices_limit"]!)
            .Should().Be((user.Id.Value, plan, "active", 100_000_000_000, 3));
        ((long)made["last_refreshed_at"]!).Should().Be(0);
        made.ToJsonString().Should().NotContainAny("token", "credential", "sealed");
        (await app.DaysLeft(user)).Should().Be(30);
        (again.Status, again.Code).Should().Be((HttpStatusCode.Conflict, "subscription.exists"));
        (await app.Scalar<string>("select granted_by from subscription_grants where subscription_id = $1", (long)made["id"]!))
            .Should().Be(_admin.Username);
    }

    [Fact]
    public async Task A_bought_year_has_a_quota_for_each_of_its_periods()
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan());
        _ = (await (await app.NewAdmin("plan.*")).Http.Patch($"/api/v1/admin/plans/{plan}", new { reset = "week" })).Ok;
        await app.Fund(user, 100_000);
        await app.BuyAs(user, plan);
        await app.BuyAs(user, plan);

        var mine = (await user.Http.Get(Mine)).Ok["subscriptions"]!.AsArray().Single()!;

        ((string)mine["reset"]!, (long)mine["traffic_total_bytes"]!).Should().Be(("week", 100_000_000_000));
        (await app.DaysLeft(user)).Should().Be(60);
        var day = new DateTimeOffset(app.Clock.GetUtcNow().UtcDateTime.Date.AddDays(7), TimeSpan.Zero);
        ((long)mine["next_reset_at"]!).Should().Be(day.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task One_without_a_plan_needs_a_name_and_days()
    {
        var user = await app.NewUser();

        var made = (await _admin.Http.Post(All, new { user_id = user.Id.Value, name = "VIP", duration_days = 7, traffic_total_bytes = 5, devices_limit = 1 })).Ok["subscription"]!;

        ((string)made["name"]!, (string)made["plan_name"]!, (long)made["traffic_total_bytes"]!).Should().Be(("VIP", "VIP", 5));
        made.AsObject().Should().NotContainKey("plan_id");
        (await app.DaysLeft(user)).Should().Be(7);
    }

    [Theory]
    [InlineData("""{"name":"x","duration_days":1}""", "user_id")]
    [InlineData("""{"user_id":USER,"duration_days":1}""", "name")]
    [InlineData("""{"user_id":USER,"name":"x"}""", "duration_days")]
    [InlineData("""{"user_id":USER,"name":"x","duration_days":0}""", "duration_days")]
    [InlineData("""{"user_id":USER,"name":"x","duration_days":1,"traffic_total_bytes":-1}""", "traffic_total_bytes")]
    [InlineData("""{"user_id":USER,"name":"x","duration_days":1,"devices_limit":-1}""", "devices_limit")]
    public async Task Nonsense_is_refused_by_the_name_of_its_field(string body, string field)
    {
        var refused = await _admin.Http.Post(All, body.Replace("USER", (await app.NewUser()).Id.Value.ToString()));

        refused.ShouldName(field);
    }

    [Fact]
    public async Task Days_and_traffic_are_given_once_per_key()
    {
        var user = await app.NewUser();
        var id = await Give(user);

        var longer = (await _admin.Http.Post($"{All}/{id}/extend", new { days = 10, traffic_bytes = 7 }, "k")).Ok["subscription"]!;
        var again = (await _admin.Http.Post($"{All}/{id}/extend", new { days = 10, traffic_bytes = 7 }, "k")).Ok["subscription"]!;
        var traffic = (await _admin.Http.Post($"{All}/{id}/extend", new { traffic_bytes = 3 })).Ok["subscription"]!;

        again.ToJsonString().Should().Be(longer.ToJsonString());
        ((long)longer["traffic_total_bytes"]!, (long)traffic["traffic_total_bytes"]!).Should().Be((1007, 1010));
        ((long)traffic["expires_at"]!).Should().Be((long)longer["expires_at"]!);
        (await app.DaysLeft(user)).Should().Be(40);
        (await _admin.Http.Post($"{All}/{id}/extend", new { })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _admin.Http.Post($"{All}/{id}/extend", new { days = -1 })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _admin.Http.Post($"{All}/{id}/extend", new { days = 99999 })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _admin.Http.Post($"{All}/987654/extend", new { days = 1 })).Code.Should().Be("subscription.not_found");
    }

    [Fact]
    public async Task A_disabled_one_sells_nothing_more_until_it_is_enabled()
    {
        var (user, plan) = (await app.NewUser(), await app.NewPlan());
        await app.Fund(user, 100_000);
        _ = (await user.Buy(plan)).Ok;
        var waiting = (await user.BuyOutside(plan)).Ok["order"]!;
        var id = await app.Scalar<long>("select id from subscriptions where user_id = $1", user.Id.Value);

        var stopped = (await _admin.Http.Post($"{All}/{id}/disable")).Ok["subscription"]!;
        var refused = await user.Buy(plan);
        _ = (await app.Collector().Report(waiting, "succeeded")).Ok;
        var paidWhileStopped = (await user.Http.Get(Mine)).Ok["subscriptions"]!.AsArray().Single()!;
        var running = (await _admin.Http.Post($"{All}/{id}/enable")).Ok["subscription"]!;

        ((string)stopped["status"]!).Should().Be("disabled");
        (refused.Status, refused.Code).Should().Be((HttpStatusCode.Conflict, "subscription.disabled"));
        ((string)paidWhileStopped["status"]!).Should().Be("disabled");
        (await app.DaysLeft(user)).Should().Be(60, "days that were paid are not lost");
        ((string)running["status"]!).Should().Be("active");
        (await _admin.Http.Post($"{All}/987654/disable")).Code.Should().Be("subscription.not_found");
        (await _admin.Http.Post($"{All}/987654/enable")).Code.Should().Be("subscription.not_found");
    }

    [Fact]
    public async Task My_list_shows_mine_in_the_documented_shape()
    {
        var (user, stranger) = (await app.NewUser(), await app.NewUser());
        await Give(stranger);
        await Give(user, "alpha", 3);
        await Give(user, "beta", 9);

        var mine = (await user.Http.Get($"{Mine}?sort=name&direction=asc")).Ok;

        mine["subscriptions"]![0]!.AsObject().Select(field => field.Key).Should().Equal(
            "id", "name", "plan_name", "status", "template_id", "available_template_ids", "expires_at", "traffic_total_bytes",
            "traffic_used_bytes",
            "devices_limit", "last_refreshed_at", "reset", "period_started_at", "next_reset_at");
        Names(mine).Should().Equal("alpha", "beta");
        Names((await user.Http.Get($"{Mine}?sort=expires_at")).Ok).Should().Equal("beta", "alpha");
        Names((await user.Http.Get($"{Mine}?q=ALPH")).Ok).Should().Equal("alpha");
        Names((await user.Http.Get($"{Mine}?status=disabled")).Ok).Should().BeEmpty();
        Names((await user.Http.Get($"{Mine}?user_id={stranger.Id.Value}")).Ok).Should().HaveCount(2);
        ((long)mine["pagination"]!["total_count"]!).Should().Be(2);
        (await app.Anonymous.Get(Mine)).Status.Should().Be(HttpStatusCode.Unauthorized);
        Names((await _admin.Http.Get($"{All}?user_id={user.Id.Value}&sort=name&direction=asc")).Ok).Should().Equal("alpha", "beta");
        Names((await _admin.Http.Get($"{All}?q={user.Username}@")).Ok).Should().HaveCount(2);
    }

    [Fact]
    public async Task What_is_over_is_shown_as_over_and_ended_by_the_task()
    {
        var user = await app.NewUser();
        var id = await Give(user, days: 1);
        app.Clock.Advance(TimeSpan.FromDays(2));
        _admin = await app.NewAdmin("subscription.*");

        Names((await _admin.Http.Get($"{All}?user_id={user.Id.Value}&status=expired")).Ok).Should().ContainSingle();
        (await Status(id)).Should().Be("active");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var task = scope.ServiceProvider.GetServices<IScheduledTask>().Single(task => task.Key() == "subscription_expiry");
            (await task.RunOnce(default)).IsSuccess.Should().BeTrue();
        }

        (await Status(id)).Should().Be("expired");
        _ = (await _admin.Http.Post($"{All}/{id}/extend", new { traffic_bytes = 1 })).Ok;
        (await Status(id)).Should().Be("expired");
        _ = (await _admin.Http.Post($"{All}/{id}/extend", new { days = 1 })).Ok;
        (await Status(id)).Should().Be("active");
        (await app.DaysLeft(user)).Should().Be(1, "it goes on from now, not from its end");
    }

    [Theory]
    [InlineData("", "GET")]
    [InlineData("", "POST")]
    [InlineData("/1/extend", "POST")]
    [InlineData("/1/disable", "POST")]
    [InlineData("/1/enable", "POST")]
    public async Task Every_route_asks_for_its_own_permission(string route, string method)
    {
        var stranger = await app.NewAdmin("plan.list");

        var denied = await stranger.Http.Call(new HttpMethod(method), All + route, method == "POST" ? new { } : null);

        (denied.Status, denied.Code).Should().Be((HttpStatusCode.Forbidden, "auth.permission_denied"));
    }

    private static List<string> Names(JsonNode list) =>
        [.. list["subscriptions"]!.AsArray().Select(subscription => (string)subscription!["name"]!)];

    private Task<string> Status(long id) => app.Scalar<string>("select status from subscriptions where id = $1", id);

    private async Task<long> Give(Person user, string name = "gift", int days = 30) => (long)(await _admin.Http.Post(
        All, new { user_id = user.Id.Value, name, duration_days = days, traffic_total_bytes = 1000 })).Ok["subscription"]!["id"]!;
}
