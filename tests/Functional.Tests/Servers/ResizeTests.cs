using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Servers.Resize;
using VpsPanel.Application.Servers.Resize.Tasks;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>Another size for a VPS, bigger or smaller, now or later.</summary>
public sealed class ResizeTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private readonly PanelApp _app = hosting.App;

    public Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_bigger_package_costs_what_is_left_and_a_smaller_one_gives_it_back()
    {
        var shop = await Shop.Open(_app, packageStock: 5);
        var big = await hosting.Package(shop, 2000, stock: 1);
        var (owner, vps) = await hosting.PaidVps(shop);
        await HalfWay(vps);

        var quote = (await owner.Do(vps, "resize/quote", new { target_package_id = big.Value })).Ok["quote"]!;
        ((decimal)quote["charge_amount"]!).Should().Be(2.50m);
        ((int)quote["target_cpu"]!).Should().Be(4);
        ((int)quote["current_cpu"]!).Should().Be(2);
        var order = (await owner.Do(vps, "resize", new { target_package_id = big.Value })).Ok["order"]!;
        ((decimal)order["total_amount"]!).Should().Be(2.50m);
        ((string)order["order_no"]!).Should().StartWith("UPG-");
        (await owner.Do(vps, "resize/quote", new { target_package_id = big.Value })).Code.Should().Be("vps.change_pending");
        await hosting.Settle(owner, order);

        hosting.Upstream.Hosts.Single().Sizes.Cpu.Should().Be(4);
        (await hosting.Vps<long>(vps, "package_id")).Should().Be(big.Value);
        (await hosting.Vps<long>(vps, "monthly_price_cents")).Should().Be(2000);
        (await Left(big.Value)).Should().Be(0);
        (await Left(shop.Package.Value)).Should().Be(6, "the host's place there is free");

        var balance = await _app.BalanceOf(owner);
        var down = (await owner.Do(vps, "resize", new { target_package_id = shop.Package.Value })).Ok["order"]!;
        ((string)down["status"]!).Should().Be("pending_review");
        ((decimal)down["total_amount"]!).Should().Be(-2.50m);
        (await _app.BalanceOf(owner)).Should().Be(balance, "nothing goes back before the host is smaller");
        await Approve(down);

        (await _app.BalanceOf(owner)).Should().Be(balance + 250);
        hosting.Upstream.Hosts.Single().Sizes.Cpu.Should().Be(2);
        (await Left(big.Value)).Should().Be(1);
        await hosting.TheMoneyIsRight();
    }

    [Fact]
    public async Task Add_ons_are_charged_at_their_unit_prices_and_checked_like_a_purchase()
    {
        var shop = await Shop.Open(_app);
        var (owner, vps) = await hosting.PaidVps(shop);
        await HalfWay(vps);

        (await owner.Do(vps, "resize", new { spec = new { add_cores = -1 } })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await owner.Do(vps, "resize", new { spec = new { } })).Code.Should().Be("vps.same_plan");
        var order = (await owner.Do(vps, "resize", new { spec = new { add_cores = 2, add_disk_gb = 10 } })).Ok["order"]!;
        ((decimal)order["total_amount"]!).Should().Be(10.00m);
        await hosting.Settle(owner, order);
        (await hosting.Vps<long>(vps, "monthly_price_cents")).Should().Be(1500 + 1000 + 1000);
        (await owner.Do(vps, "resize", new { reset_addons = true })).Code.Should().Be("vps.disk_shrinks");

        var down = (await owner.Do(vps, "resize", new { spec = new { add_disk_gb = 10 } })).Ok["order"]!;
        await Approve(down);
        ((int)(await owner.Http.Get($"/api/v1/vps/{vps}")).Ok["spec"]!["add_cores"]!).Should().Be(0);
        (await hosting.Refunded(vps)).Should().Be(500);
    }

    [Fact]
    public async Task What_no_VPS_can_become_is_refused()
    {
        var shop = await Shop.Open(_app);
        var elsewhere = await Shop.Open(_app);
        var (owner, vps) = await hosting.PaidVps(shop);
        var small = await hosting.Package(shop, 1000, disk: 20, product: 3);
        var twin = await hosting.Package(shop, 1800, product: 4);
        var soldOut = await hosting.Package(shop, 2500, stock: 0, product: 5);
        var stranger = await _app.NewUser();

        foreach (var what in (string[])["resize", "resize/quote"])
        {
            (await stranger.Do(vps, what, new { target_package_id = twin.Value })).Status.Should().Be(HttpStatusCode.NotFound);
            (await owner.Do(vps, what, new { target_package_id = elsewhere.Package.Value })).Code.Should().Be("vps.other_plan_group");
            (await owner.Do(vps, what, new { target_package_id = 999_999 })).Status.Should().Be(HttpStatusCode.NotFound);
            (await owner.Do(vps, what, new { target_package_id = small.Value })).Code.Should().Be("vps.disk_shrinks");
            (await owner.Do(vps, what, new { target_package_id = shop.Package.Value })).Code.Should().Be("vps.same_plan");
            (await owner.Do(vps, what, new { target_package_id = twin.Value, scheduled_at = "2199-01-01T00:00:00Z" }))
                .Code.Should().Be("vps.invalid_schedule");
            (await owner.Do(vps, what, new { target_package_id = twin.Value, scheduled_at = "soon" })).Status.Should()
                .Be(HttpStatusCode.BadRequest);
        }

        (await owner.Do(vps, "resize", new { target_package_id = soldOut.Value })).Code.Should().Be("stock.sold_out");

        await hosting.Set((ResizeSettings.Enabled, "false"));
        (await owner.Do(vps, "resize/quote", new { target_package_id = twin.Value })).Code.Should().Be("vps.resize_disabled");
        await hosting.Set((ResizeSettings.Enabled, "true"), (ResizeSettings.ScheduledEnabled, "false"));
        (await owner.Do(vps, "resize", new { target_package_id = twin.Value, scheduled_at = _app.Clock.GetUtcNow().AddDays(1) }))
            .Code.Should().Be("vps.resize_schedule_disabled");
        await hosting.Set((ResizeSettings.ScheduledEnabled, "true"));
    }

    [Fact]
    public async Task A_scheduled_resize_waits_for_its_time_holds_the_place_and_is_priced_for_what_is_left_then()
    {
        var shop = await Shop.Open(_app);
        var big = await hosting.Package(shop, 100_000);
        var (owner, vps) = await hosting.PaidVps(shop);
        await Paid(vps, TimeSpan.FromDays(30) - TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        var at = _app.Clock.GetUtcNow().AddMinutes(30);

        var order = (await owner.Do(vps, "resize", new { target_package_id = big.Value, scheduled_at = at })).Ok["order"]!;
        ((decimal)order["total_amount"]!).Should().BeInRange(0.67m, 0.69m, "half an hour of a month is left then");
        var id = await hosting.Settle(owner, order, "approved");
        await Eventually.Become(
            async () => await _app.Scalar<long>("select count(*) from provision_jobs where order_id = $1", id.Value) == 1, "the job waits");
        (await owner.Do(vps, "renew")).Code.Should().Be("vps.change_pending");
        await RunTask();
        (await hosting.StatusOf(id)).Should().Be("approved");
        hosting.Upstream.Hosts.Single().Sizes.Cpu.Should().Be(2);

        _app.Clock.Advance(at - _app.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await RunTask();
        await hosting.Reach(id, "active");
        hosting.Upstream.Hosts.Single().Sizes.Cpu.Should().Be(4);
    }

    [Theory]
    [InlineData(SwitchKind.LoseReply)]
    [InlineData(SwitchKind.Garbage)]
    [InlineData(SwitchKind.Fail)]
    [InlineData(SwitchKind.Http500)]
    public async Task Whatever_happens_to_the_call_the_money_goes_back_once(SwitchKind fault)
    {
        var shop = await Shop.Open(_app);
        var cheap = await hosting.Package(shop, 1000);
        var (owner, vps) = await hosting.PaidVps(shop);
        await HalfWay(vps);
        hosting.Upstream.Switches.Add("elastic_update", fault, times: 3);

        await Approve((await owner.Do(vps, "resize", new { target_package_id = cheap.Value })).Ok["order"]!);

        (await hosting.Refunded(vps)).Should().Be(250);
        (await _app.Scalar<long>("select count(*) from wallet_entries where ref_type = 'resize_refund'")).Should().BeGreaterThan(0);
        await hosting.TheMoneyIsRight();
    }

    [Fact]
    public async Task Of_twenty_equal_resizes_one_becomes_an_order()
    {
        var shop = await Shop.Open(_app);
        var big = await hosting.Package(shop, 2000, stock: 5);
        var (owner, vps) = await hosting.PaidVps(shop);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => owner.Do(vps, "resize", new { target_package_id = big.Value })));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Status == HttpStatusCode.Conflict);
        (await Left(big.Value)).Should().Be(4);
        var order = (long)replies.Single(reply => reply.Status == HttpStatusCode.OK).Ok["order"]!["id"]!;
        _ = (await owner.Http.Post($"/api/v1/orders/{order}/cancel")).Ok;
        (await Left(big.Value)).Should().Be(5);
    }

    [Fact]
    public async Task An_old_order_does_nothing_to_a_VPS_that_has_changed_since()
    {
        var admin = await _app.Primary();
        var shop = await Shop.Open(_app);
        var cheap = await hosting.Package(shop, 1000);
        var (owner, vps) = await hosting.PaidVps(shop);
        await HalfWay(vps);
        var old = (await owner.Do(vps, "resize", new { target_package_id = cheap.Value })).Ok["order"]!;
        _ = (await admin.Http.Post($"/admin/api/v1/orders/{old["id"]}/reject", new { reason = "no" })).Ok;
        await Approve((await owner.Do(vps, "resize", new { target_package_id = cheap.Value })).Ok["order"]!);

        _ = (await admin.Http.Post($"/admin/api/v1/orders/{old["id"]}/approve")).Ok;
        await hosting.Reach(new OrderId((long)old["id"]!), "failed");

        (await hosting.Refunded(vps)).Should().Be(250, "the second one is for nothing");
    }

    private async Task Approve(System.Text.Json.Nodes.JsonNode order)
    {
        var admin = await _app.Primary();
        _ = (await admin.Http.Post($"/admin/api/v1/orders/{order["id"]}/approve")).Ok;
        await hosting.Reach(new OrderId((long)order["id"]!), "active");
    }

    /// <summary>The paid period is thirty days and half of it is left, whatever month it is.</summary>
    private Task HalfWay(long vps) => Paid(vps, TimeSpan.FromDays(15), TimeSpan.FromDays(15));

    private async Task Paid(long vps, TimeSpan since, TimeSpan left)
    {
        var now = _app.Clock.GetUtcNow();
        await hosting.Expires(vps, left);
        await _app.Change("vps_periods", $"starts_at = '{now - since:O}'", "vps_id", vps);
    }

    private Task<int> Left(long package) => _app.Scalar<int>("select capacity_remaining from packages where id = $1", package);

    private async Task RunTask()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var task = scope.ServiceProvider.GetServices<IScheduledTask>()
            .Single(task => task.Schedule == ScheduledTaskSettings.ResizeTaskRunner);
        (await task.RunOnce(default)).IsSuccess.Should().BeTrue();
    }
}
