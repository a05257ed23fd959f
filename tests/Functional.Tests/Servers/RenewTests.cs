using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Servers;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>More time for a VPS, for money or in an emergency.</summary>
public sealed class RenewTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private readonly PanelApp _app = hosting.App;

    public Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_paid_renewal_adds_calendar_months_here_and_upstream()
    {
        var (owner, vps) = await hosting.PaidVps();
        var before = await hosting.ExpiryOf(vps);

        var order = (await owner.Do(vps, "renew", new { duration_months = 2 })).Ok;
        ((string)order["status"]!).Should().Be("pending_payment");
        ((decimal)order["total_amount"]!).Should().Be(99.80m);
        ((string)order["order_no"]!).Should().StartWith("REN-");
        await hosting.Settle(owner, order);

        var until = await hosting.Later(vps, before, 2);
        (await hosting.ExpiryOf(vps)).Should().BeCloseTo(until, TimeSpan.FromMilliseconds(1));
        hosting.Upstream.Hosts.Single().ExpiresAt.Should().BeCloseTo(until.UtcDateTime, TimeSpan.FromSeconds(1));
        (await hosting.OpenOrders(vps)).Should().Be(0);
        var item = (await owner.Http.Get($"/api/v1/orders/{order["id"]}")).Ok["items"]![0]!;
        ((string)item["action"]!).Should().Be("renew");
        ((long)item["spec"]!["vps_id"]!).Should().Be(vps);
        ((int)item["spec"]!["duration_months"]!).Should().Be(2);
        await hosting.TheMoneyIsRight();
    }

    [Fact]
    public async Task Days_are_billed_by_the_day_from_now_when_the_VPS_has_expired()
    {
        var (owner, vps) = await hosting.PaidVps();
        await hosting.Expires(vps, -TimeSpan.FromDays(5));

        var order = (await owner.Do(vps, "renew", new { renew_days = "45" })).Ok;
        ((decimal)order["total_amount"]!).Should().Be(74.85m);
        await hosting.Settle(owner, order);

        (await hosting.ExpiryOf(vps)).Should().BeCloseTo(_app.Clock.GetUtcNow().AddDays(45), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_renewal_costs_what_the_change_just_before_it_made_of_the_price()
    {
        var (owner, vps) = await hosting.PaidVps();

        var renewal = await _app.Work(async services =>
        {
            var row = await services.GetRequiredService<IVpsRepository>().FindForUpdate(new VpsId(vps), default);
            var sent = owner.Do(vps, "renew", new { duration_months = 1 });
            await Eventually.Become(
                async () => sent.IsCompleted || await _app.Scalar<long>(
                    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") > 0,
                "the renewal waits or is done");
            row!.Change(row.Terms with { MonthlyPriceCents = 9900 });
            return new[] { sent };
        });

        ((decimal)(await renewal[0]).Ok["total_amount"]!).Should().Be(99m);
    }

    [Fact]
    public async Task Of_twenty_equal_renewals_one_becomes_an_order()
    {
        var (owner, vps) = await hosting.PaidVps();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => owner.Do(vps, "renew", new { duration_months = 1 })));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Status == HttpStatusCode.Conflict);
        (await hosting.OpenOrders(vps)).Should().Be(1);
        (await owner.Do(vps, "refund")).Code.Should().Be("vps.change_pending");
        (await owner.Do(vps, "emergency-renew")).Code.Should().Be("vps.change_pending");

        // What is canceled makes room.
        var order = (long)replies.Single(reply => reply.Status == HttpStatusCode.OK).Ok["id"]!;
        _ = (await owner.Http.Post($"/api/v1/orders/{order}/cancel")).Ok;
        _ = (await owner.Do(vps, "renew")).Ok;
    }

    [Fact]
    public async Task A_rejected_order_takes_its_place_again_only_when_it_is_free()
    {
        var admin = await _app.Primary();
        var (owner, vps) = await hosting.PaidVps();
        var first = (long)(await owner.Do(vps, "renew")).Ok["id"]!;
        _ = (await admin.Http.Post($"/admin/api/v1/orders/{first}/reject", new { reason = "no" })).Ok;
        var second = (long)(await owner.Do(vps, "renew")).Ok["id"]!;

        (await admin.Http.Post($"/admin/api/v1/orders/{first}/approve")).Code.Should().Be("vps.change_pending");

        _ = (await owner.Http.Post($"/api/v1/orders/{second}/cancel")).Ok;
        _ = (await admin.Http.Post($"/admin/api/v1/orders/{first}/approve")).Ok;
        await hosting.Reach(new OrderId(first), "active");
    }

    [Fact]
    public async Task What_cannot_be_renewed_is_refused()
    {
        var (owner, vps) = await hosting.PaidVps();
        var stranger = await _app.NewUser();

        (await stranger.Do(vps, "renew")).Status.Should().Be(HttpStatusCode.NotFound);
        (await stranger.Do(vps, "emergency-renew")).Status.Should().Be(HttpStatusCode.NotFound);
        (await owner.Do(999_999, "renew")).Status.Should().Be(HttpStatusCode.NotFound);
        (await owner.Do(vps, "renew", new { duration_months = 601 })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await owner.Do(vps, "renew", new { duration_months = -1 })).Status.Should().Be(HttpStatusCode.BadRequest);

        var unbuilt = await hosting.PlaceOrder(owner);
        hosting.Upstream.Switches.Add("*", SwitchKind.Fail);
        _ = (await owner.Pay(unbuilt.Value)).Ok;
        await Eventually.Become(async () => await hosting.StatusOf(unbuilt) == "provisioning", "the host is being built");
        (await owner.Do(await hosting.VpsOf(unbuilt), "renew")).Code.Should().Be("vps.not_ready");
        hosting.Upstream.Switches.Clear();
        await hosting.Reach(unbuilt, "active");
    }

    [Fact]
    public async Task A_VPS_that_costs_nothing_is_renewed_after_a_review()
    {
        var (owner, vps) = await hosting.PaidVps();
        await _app.Change("vps", "monthly_price_cents = 0", "id", vps);

        var order = (await owner.Do(vps, "renew")).Ok;

        ((string)order["status"]!).Should().Be("pending_review");
        ((decimal)order["total_amount"]!).Should().Be(0);
    }

    [Theory]
    [InlineData(SwitchKind.LoseReply)]
    [InlineData(SwitchKind.Garbage)]
    [InlineData(SwitchKind.Truncated)]
    [InlineData(SwitchKind.Http500)]
    [InlineData(SwitchKind.Fail)]
    public async Task Whatever_happens_to_the_call_the_time_is_added_once(SwitchKind fault)
    {
        var (owner, vps) = await hosting.PaidVps();
        var before = await hosting.ExpiryOf(vps);
        hosting.Upstream.Switches.Add("renew", fault, times: 3);

        await hosting.Settle(owner, (await owner.Do(vps, "renew")).Ok);

        var until = await hosting.Later(vps, before);
        (await hosting.ExpiryOf(vps)).Should().BeCloseTo(until, TimeSpan.FromMilliseconds(1));
        hosting.Upstream.Hosts.Single().ExpiresAt.Should().BeCloseTo(until.UtcDateTime, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_renewal_of_which_nobody_knows_is_not_given_up_and_one_that_was_refused_is()
    {
        var (owner, vps) = await hosting.PaidVps();
        var before = await hosting.ExpiryOf(vps);
        hosting.Upstream.Switches.Add("renew", SwitchKind.LoseReply);
        var lost = new OrderId((long)(await owner.Do(vps, "renew")).Ok["id"]!);
        _ = (await owner.Pay(lost.Value)).Ok;
        await Eventually.Become(() => Task.FromResult(hosting.Upstream.Calls.Of("renew").Count > 0), "the upstream is asked");
        _app.Clock.Advance(TimeSpan.FromHours(1));
        var asked = hosting.Upstream.Calls.Of("renew").Count;
        await Eventually.Become(() => Task.FromResult(hosting.Upstream.Calls.Of("renew").Count > asked), "the upstream is asked again");
        (await hosting.StatusOf(lost)).Should().Be("provisioning");
        hosting.Upstream.Switches.Clear();
        await hosting.Reach(lost, "active");
        (await hosting.ExpiryOf(vps)).Should().BeCloseTo(await hosting.Later(vps, before), TimeSpan.FromMilliseconds(1));

        hosting.Upstream.Switches.Add("renew", SwitchKind.Fail);
        var refused = await hosting.Settle(owner, (await owner.Do(vps, "renew")).Ok, "provisioning");
        await Eventually.Become(
            async () =>
                await _app.Scalar<long>("select count(*) from provision_jobs where order_id = $1 and status = 'retry'", refused.Value) == 1,
            "the try has failed");
        _app.Clock.Advance(TimeSpan.FromMinutes(30));
        await hosting.Reach(refused, "failed");
        (await hosting.OpenOrders(vps)).Should().Be(0);

        hosting.Upstream.Switches.Clear();
        await hosting.Retry(refused);
        await hosting.Reach(refused, "active");
        (await hosting.ExpiryOf(vps)).Should().BeCloseTo(await hosting.Later(vps, before, 2), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task What_an_admin_locked_stays_locked_when_it_is_renewed()
    {
        var (owner, vps) = await hosting.PaidVps();
        await _app.Change("vps", "admin_status = 'abuse'", "id", vps);

        await hosting.Settle(owner, (await owner.Do(vps, "renew")).Ok);

        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);
        (await hosting.Vps<string>(vps, "admin_status")).Should().Be("abuse");
    }

    [Fact]
    public async Task An_emergency_adds_a_day_at_once_and_then_not_for_a_month()
    {
        var (owner, vps) = await hosting.PaidVps();
        (await owner.Do(vps, "emergency-renew")).Code.Should().Be("vps.not_in_emergency");

        await hosting.Expires(vps, TimeSpan.FromDays(3));
        var before = await hosting.ExpiryOf(vps);
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => owner.Do(vps, "emergency-renew")));
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Status == HttpStatusCode.Conflict);
        replies.Should().Contain(reply => reply.Status == HttpStatusCode.OK);

        await Eventually.Become(async () => await hosting.ExpiryOf(vps) > before, "the day is added");
        (await hosting.ExpiryOf(vps)).Should().BeCloseTo(before.AddDays(1), TimeSpan.FromMilliseconds(1));
        (await _app.Scalar<long>(
            "select count(*) from order_items where vps_id = $1 and action = 'emergency_renew' and status = 'active'", vps))
            .Should().Be(1);
        (await owner.Do(vps, "emergency-renew")).Code.Should().Be("vps.emergency_renewed_before");
        await hosting.TheMoneyIsRight();

        await hosting.Set((VpsSettings.EmergencyRenewEnabled, "false"));
        (await owner.Do(vps, "emergency-renew")).Code.Should().Be("vps.emergency_renew_disabled");
        await hosting.Set((VpsSettings.EmergencyRenewEnabled, "true"));
    }
}
