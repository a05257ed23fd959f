using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Servers;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>What nobody watches stops at a stranger too.</summary>
public sealed partial class IdentityTests
{
    [Fact]
    public async Task A_renewal_is_not_paid_for_a_stranger_and_goes_on_when_the_machine_is_back()
    {
        var (owner, vps) = await hosting.PaidVps();
        var old = hosting.Upstream.Hosts.Single();
        var own = hosting.Upstream.Simulator.MoveTo(old.Id, old.Id + 5000);
        var stranger = await Swapped(vps);
        var expires = await hosting.ExpiryOf(vps);

        var order = await hosting.Settle(owner, (await owner.Do(vps, "renew", new { duration_months = 1 })).Ok, end: "failed");

        ShouldBeUntouched(stranger);
        (await IsLost(vps)).Should().BeTrue();
        await AdminsAreToldOnce(vps);
        (await hosting.ExpiryOf(vps)).Should().Be(expires);

        _ = (await Relink(vps, new { automation_instance_id = own.Id })).Ok;
        _ = (await _primary.Http.Post($"/admin/api/v1/orders/{order.Value}/retry")).Ok;
        await hosting.Reach(order, "active");
        (await hosting.ExpiryOf(vps)).Should().Be(await hosting.Later(vps, expires));
        hosting.Upstream.Calls.Of("renew").Should().ContainSingle(call => call.Parameters["host_id"] == $"{own.Id}");
        ShouldBeUntouched(stranger);
    }

    [Fact]
    public async Task A_renewal_that_may_have_happened_waits_for_the_link_and_is_not_forgotten()
    {
        var (owner, vps) = await hosting.PaidVps();
        var old = hosting.Upstream.Hosts.Single();
        hosting.Upstream.Switches.Add("renew", SwitchKind.LoseReply, times: 1);
        var placed = (await owner.Do(vps, "renew", new { duration_months = 1 })).Ok;
        _ = (await owner.Pay((long)placed["id"]!)).Ok;
        await Eventually.Become(() => Task.FromResult(hosting.Upstream.Calls.Of("renew").Count == 1), "the renewal was sent");
        await Eventually.Become(async () => await LastError(vps) is { Length: > 0 }, "its answer was lost");
        var own = hosting.Upstream.Simulator.MoveTo(old.Id, old.Id + 5000);
        var stranger = await Swapped(vps);

        await Eventually.Become(
            async () =>
            {
                _app.Clock.Advance(TimeSpan.FromSeconds(10));
                return await LastError(vps) == "vps.identity_lost";
            },
            "the next try stopped");
        _app.Clock.Advance(TimeSpan.FromMinutes(30));
        (await hosting.StatusOf(new OrderId((long)placed["id"]!))).Should().Be("provisioning", "a change that may have happened is not given up");
        ShouldBeUntouched(stranger);

        _ = (await Relink(vps, new { automation_instance_id = own.Id })).Ok;
        await hosting.Reach(new OrderId((long)placed["id"]!), "active");
        ShouldBeUntouched(stranger);
    }

    [Fact]
    public async Task A_resize_stops_at_a_stranger()
    {
        var shop = await Shop.Open(_app);
        var bigger = await hosting.Package(shop, 3000, product: 7);
        var (owner, vps) = await hosting.PaidVps(shop);
        var stranger = await Swapped(vps);

        var ordered = (await owner.Do(vps, "resize", new { target_package_id = bigger.Value })).Ok;
        await hosting.Settle(owner, ordered["order"]!, end: "failed");

        ShouldBeUntouched(stranger);
        (await IsLost(vps)).Should().BeTrue();
        await AdminsAreToldOnce(vps);
    }

    [Fact]
    public async Task A_refund_deletes_no_stranger_and_pays_nothing_meanwhile()
    {
        await hosting.Set((RefundSettings.RequiresApproval, "false"));
        var (owner, vps) = await hosting.PaidVps(extraCents: 0);
        var stranger = await Swapped(vps);

        var order = (long)(await owner.Do(vps, "refund")).Ok["order"]!["id"]!;
        await hosting.Reach(new OrderId(order), "failed");

        (await _app.BalanceOf(owner)).Should().Be(0);
        ShouldBeUntouched(stranger);
        await AdminsAreToldOnce(vps);

        _ = (await Relink(vps, new { gone = true })).Ok;
        _ = (await _primary.Http.Post($"/admin/api/v1/orders/{order}/retry")).Ok;
        await hosting.Reach(new OrderId(order), "active");
        (await _app.BalanceOf(owner)).Should().Be(Life.Price);
        ShouldBeUntouched(stranger);
        await hosting.Set((RefundSettings.RequiresApproval, "true"));
    }

    [Fact]
    public async Task A_deleted_order_takes_no_stranger_with_it()
    {
        _app.Errors.Expect("delete-vps-of-deleted-order");
        var (order, vps) = await hosting.RunningVps(_owner);
        var stranger = await Swapped(vps);

        _ = (await _primary.Http.Delete($"/admin/api/v1/orders/{order.Value}?force=true")).Ok;

        await Eventually.Become(() => IsLost(vps), "the VPS is marked");
        await AdminsAreToldOnce(vps);
        ShouldBeUntouched(stranger);
        (await _app.Scalar<long>("select count(*) from outbox_messages where reaction like 'delete-vps%'")).Should().Be(1, "it is tried again");

        _ = (await Relink(vps, new { gone = true })).Ok;
        await Eventually.Become(
            async () =>
            {
                _app.Clock.Advance(TimeSpan.FromMinutes(10));
                return await _app.Scalar<long>("select count(*) from vps where id = $1", vps) == 0;
            },
            "the row is gone");
        ShouldBeUntouched(stranger);
    }

    [Theory]
    [InlineData("vps_refresh", 20)]
    [InlineData("vps_expire_lock", -1)]
    [InlineData("vps_expire_cleanup", -30)]
    public async Task A_task_stops_at_a_stranger(string task, int daysLeft)
    {
        await hosting.Set((VpsSettings.AutoDeleteEnabled, "true"));
        var (_, vps) = await hosting.PaidVps();
        var before = await AccessOf(vps);
        var stranger = await Swapped(vps);
        await _app.Change("vps", $"expire_at = '{_app.Clock.GetUtcNow().AddDays(daysLeft):O}'", "id", vps);

        await Run(task);

        ShouldBeUntouched(stranger);
        (await IsLost(vps)).Should().BeTrue();
        await AdminsAreToldOnce(vps);
        (await AccessOf(vps))[..40].Should().Be(before[..40]);

        await Run(task);
        hosting.Upstream.Calls.Of("hostinfo").Should().ContainSingle(call => call.Parameters["host_id"] == $"{stranger.Id}", "once is enough");
        ShouldBeUntouched(stranger);
        await hosting.Set((VpsSettings.AutoDeleteEnabled, "false"));
    }

    [Fact]
    public async Task A_VPS_that_was_renewed_is_not_unlocked_under_a_strangers_id()
    {
        var vps = await Running();
        await _app.Change("vps", "status = 'expired_locked'", "id", vps);
        var stranger = await Swapped(vps);
        hosting.Upstream.Simulator.SetState(stranger.Id, VpsPanel.AutomationSimulator.Hosts.HostState.Locked);
        var locked = hosting.Upstream.Hosts.Single();

        await Run("vps_expire_lock");

        ShouldBeUntouched(locked);
        (await IsLost(vps)).Should().BeTrue();
    }

    [Fact]
    public async Task The_check_names_what_has_lost_its_machine()
    {
        var vps = await Running();
        var stranger = await Swapped(vps);
        await _owner.Http.Post($"/api/v1/vps/{vps}/refresh");

        var invariant = _app.Services.GetServices<VpsPanel.Infrastructure.Checks.IInvariant>().Single(one => one.Name.Contains("nothing else does under our names"));

        (await invariant.Violations(default)).Should().Contain(line => line.Contains($"vps {vps} has lost its machine") && line.Contains(stranger.Name));
    }

    private Task<string> LastError(long vps) => _app.Scalar<string>(
        "select coalesce((select j.last_error from provision_jobs j join order_items i on i.id = j.order_item_id where i.vps_id = $1 and i.action = 'renew'), '')",
        vps);

    private async Task Run(string task)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var found = scope.ServiceProvider.GetServices<IScheduledTask>().Single(candidate => candidate.Key() == task);
        (await found.RunOnce(default)).IsSuccess.Should().BeTrue();
    }
}
