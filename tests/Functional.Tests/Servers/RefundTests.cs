using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Refund;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>A VPS goes back for money, once, and never for more than was paid.</summary>
public sealed class RefundTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private readonly PanelApp _app = hosting.App;

    public Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => hosting.Set((RefundSettings.RequiresApproval, "true"), (RefundSettings.Enabled, "true"));

    [Fact]
    public async Task After_a_review_the_money_is_in_the_wallet_and_the_VPS_is_gone()
    {
        var admin = await _app.Primary();
        var shop = await Shop.Open(_app, packageStock: 5);
        var (owner, vps) = await hosting.PaidVps(shop);
        var balance = await _app.BalanceOf(owner);

        var reply = (await owner.Do(vps, "refund", new { reason = "too slow" })).Ok;
        var order = reply["order"]!;
        ((decimal)reply["refund_amount"]!).Should().Be(49.90m);
        ((decimal)order["total_amount"]!).Should().Be(-49.90m);
        ((string)order["status"]!).Should().Be("pending_review");
        ((string)order["pending_reason"]!).Should().Be("too slow");
        (await owner.Do(vps, "renew")).Code.Should().Be("vps.change_pending");
        ((string)(await owner.Pay((long)order["id"]!)).Ok["status"]!).Should().Be("no_payment_required");

        _ = (await admin.Http.Post($"/admin/api/v1/orders/{order["id"]}/approve")).Ok;
        await hosting.Reach(new OrderId((long)order["id"]!), "active");

        (await _app.BalanceOf(owner)).Should().Be(balance + Life.Price);
        hosting.Upstream.Hosts.Should().BeEmpty();
        (await owner.Http.Get($"/api/v1/vps/{vps}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await owner.Http.Get("/api/v1/wallet/orders")).Ok["items"]![0]!["status"]!.ToString().Should().Be("approved");
        (await _app.Scalar<int>("select capacity_remaining from packages where id = $1", shop.Package.Value)).Should().Be(6);
        await hosting.TheMoneyIsRight();

        // Neither the order that paid nor the one that refunded can send the money back once more.
        var paid = await _app.Scalar<long>("select order_id from order_items where vps_id = $1 and action = 'create'", vps);
        (await admin.Http.Delete($"/admin/api/v1/orders/{paid}?force=true")).Code.Should().Be("order.refunded");
        (await admin.Http.Delete($"/admin/api/v1/orders/{order["id"]}?force=true")).Code.Should().Be("order.refunded");
        (await _app.BalanceOf(owner)).Should().Be(balance + Life.Price);
    }

    [Fact]
    public async Task Without_a_review_it_happens_at_once_and_of_twenty_calls_one_counts()
    {
        await hosting.Set((RefundSettings.RequiresApproval, "false"));
        var (owner, vps) = await hosting.PaidVps();
        var balance = await _app.BalanceOf(owner);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => owner.Do(vps, "refund")));

        var order = (long)replies.Single(reply => reply.Status == HttpStatusCode.OK).Ok["order"]!["id"]!;
        await hosting.Reach(new OrderId(order), "active");
        (await _app.BalanceOf(owner)).Should().Be(balance + Life.Price);
        hosting.Upstream.Hosts.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_not_owed_is_refused()
    {
        var (owner, vps) = await hosting.PaidVps();
        var stranger = await _app.NewUser();
        (await stranger.Do(vps, "refund")).Status.Should().Be(HttpStatusCode.NotFound);
        (await owner.Do(vps, "refund", new { reason = new string('x', 501) })).Status.Should().Be(HttpStatusCode.BadRequest);

        await hosting.Set((RefundSettings.Enabled, "false"));
        (await owner.Do(vps, "refund")).Code.Should().Be("vps.refund_disabled");
        await hosting.Set((RefundSettings.Enabled, "true"));

        await _app.Change("vps", "admin_status = 'fraud'", "id", vps);
        (await owner.Do(vps, "refund")).Code.Should().Be("vps.locked");
        await _app.Change("vps", "admin_status = 'normal'", "id", vps);

        await hosting.Expires(vps, left: TimeSpan.FromDays(20));
        (await owner.Do(vps, "refund")).Code.Should().Be("vps.nothing_to_refund");

        var unpaid = await hosting.PlaceOrder(stranger);
        _ = (await (await _app.Primary()).Http.Post($"/admin/api/v1/orders/{unpaid.Value}/approve")).Ok;
        await hosting.Reach(unpaid, "active");
        (await stranger.Do(await hosting.VpsOf(unpaid), "refund")).Code.Should().Be("vps.nothing_to_refund", "an admin gave it away");
    }

    [Fact]
    public async Task Everything_that_was_paid_goes_back_and_nothing_that_went_back_before()
    {
        var shop = await Shop.Open(_app);
        var cheap = await hosting.Package(shop, 1000);
        var (owner, vps) = await hosting.PaidVps(shop);
        var all = await _app.BalanceOf(owner) + Life.Price;
        await hosting.Settle(owner, (await owner.Do(vps, "renew")).Ok);
        await hosting.Set((RefundSettings.RequiresApproval, "false"));
        var down = (await owner.Do(vps, "resize", new { target_package_id = cheap.Value })).Ok["order"]!;
        _ = (await (await _app.Primary()).Http.Post($"/admin/api/v1/orders/{down["id"]}/approve")).Ok;
        await hosting.Reach(new OrderId((long)down["id"]!), "active");

        var order = (long)(await owner.Do(vps, "refund")).Ok["order"]!["id"]!;
        await hosting.Reach(new OrderId(order), "active");

        (await _app.BalanceOf(owner)).Should().Be(all, "within a day all of it goes back, and not a cent more");
        await hosting.TheMoneyIsRight();
    }

    [Fact]
    public async Task Granted_time_and_a_renewal_turn_no_used_time_into_money_and_what_was_quoted_is_what_is_paid()
    {
        await hosting.Set((RefundSettings.Curve, """[{"percent":0,"ratio":1},{"percent":100,"ratio":0}]"""));
        try
        {
            var (owner, vps) = await hosting.PaidVps();
            await hosting.Expires(vps, left: TimeSpan.FromHours(6));
            var used = await hosting.UnusedCents(vps);
            used.Should().BeInRange(1, 60, "a quarter of a day is left of the month");
            _ = (await (await _app.Primary()).Http.Patch(
                $"/admin/api/v1/vps/{vps}/expire-at", new { expire_at = _app.Clock.GetUtcNow().AddDays(30) })).Ok;
            (await hosting.UnusedCents(vps)).Should().BeInRange(1, used, "the days were granted");

            await hosting.Settle(owner, (await owner.Do(vps, "renew")).Ok);
            var before = (await _app.BalanceOf(owner), await hosting.UnusedCents(vps));
            before.Item2.Should().BeInRange(Life.Price, Life.Price + used, "the renewed month has not begun");

            var asked = (await owner.Do(vps, "refund", new { reason = "too slow" })).Ok;
            var quoted = (long)((decimal)asked["refund_amount"]! * 100);
            _ = (await (await _app.Primary()).Http.Post($"/admin/api/v1/orders/{asked["order"]!["id"]}/approve")).Ok;
            await hosting.Reach(new OrderId((long)asked["order"]!["id"]!), "active");
            quoted.Should().BeInRange(Life.Price, before.Item2);
            (await _app.BalanceOf(owner)).Should().Be(before.Item1 + quoted);
            await hosting.TheMoneyIsRight();
        }
        finally
        {
            await hosting.Set((RefundSettings.Curve, "[]"));
        }
    }

    [Theory]
    [InlineData(SwitchKind.LoseReply)]
    [InlineData(SwitchKind.Garbage)]
    [InlineData(SwitchKind.Fail)]
    [InlineData(SwitchKind.Hang)]
    public async Task Whatever_happens_to_the_call_the_money_goes_back_once_and_the_VPS_goes(SwitchKind fault)
    {
        await hosting.Set((RefundSettings.RequiresApproval, "false"));
        var (owner, vps) = await hosting.PaidVps();
        var balance = await _app.BalanceOf(owner);
        hosting.Upstream.Switches.Add(new Switch("delete", fault, Times: 2, Milliseconds: 3_000));

        var order = new OrderId((long)(await owner.Do(vps, "refund")).Ok["order"]!["id"]!);
        await hosting.Reach(order, "active");

        (await _app.BalanceOf(owner)).Should().Be(balance + Life.Price);
        hosting.Upstream.Hosts.Should().BeEmpty();
        await hosting.TheMoneyIsRight();
    }

    [Fact]
    public async Task A_VPS_that_cannot_be_deleted_fails_the_order_and_the_retry_pays_nothing_more()
    {
        await hosting.Set((RefundSettings.RequiresApproval, "false"));
        var (owner, vps) = await hosting.PaidVps();
        var balance = await _app.BalanceOf(owner);
        hosting.Upstream.Switches.Add("delete", SwitchKind.Fail);

        var order = new OrderId((long)(await owner.Do(vps, "refund")).Ok["order"]!["id"]!);
        await Eventually.Become(async () => await _app.BalanceOf(owner) == balance + Life.Price, "the money is back");
        _app.Clock.Advance(TimeSpan.FromMinutes(30));
        await hosting.Reach(order, "failed");
        (await owner.Do(vps, "refund")).Code.Should().Be("vps.nothing_to_refund");
        (await owner.Do(vps, "renew")).Code.Should().Be("vps.change_pending", "nobody pays for a host that the retry deletes");

        hosting.Upstream.Switches.Clear();
        await hosting.Retry(order);
        await hosting.Reach(order, "active");
        (await _app.BalanceOf(owner)).Should().Be(balance + Life.Price);
        hosting.Upstream.Hosts.Should().BeEmpty();
    }

    [Theory]
    [InlineData("true", "pending_review")]
    [InlineData("false", "approved")]
    public async Task An_admin_who_deletes_a_VPS_owes_its_owner_the_same(string review, string status)
    {
        await hosting.Set((RefundSettings.RequiresApproval, review));
        var (owner, vps) = await hosting.PaidVps();
        var balance = await _app.BalanceOf(owner);

        await _app.Work(async services =>
        {
            var row = await services.GetRequiredService<IVpsRepository>().Find(new VpsId(vps), default);
            return (await services.GetRequiredService<DeletionRefund>().Grant(row!, "gone", default)).Value!.AmountCents;
        });

        (await _app.Scalar<string>("select status from wallet_orders where user_id = $1", owner.Id.Value)).Should().Be(status);
        (await _app.BalanceOf(owner)).Should().Be(balance + (status == "approved" ? Life.Price : 0));
        (await owner.Do(vps, "refund")).Code.Should().Be("vps.nothing_to_refund", "the same money is not promised twice");
    }
}
