using System.Net;
using FluentAssertions;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>How a VPS comes by its machine, and back to it.</summary>
public sealed partial class IdentityTests
{
    [Fact]
    public async Task An_admin_links_a_lost_VPS_to_its_machine_and_it_works_again()
    {
        var vps = await Running();
        var old = hosting.Upstream.Hosts.Single();
        var own = hosting.Upstream.Simulator.MoveTo(old.Id, old.Id + 5000);
        var stranger = await Swapped(vps);
        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).Code.Should().Be("vps.identity_lost");

        var linked = (await Relink(vps, new { automation_instance_id = own.Id })).Ok;

        ((long)linked["id"]!).Should().Be(vps);
        linked["automation_instance_id"]!.ToString().Should().Be($"{own.Id}");
        linked["host_name"]!.ToString().Should().Be(own.Name);
        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).ShouldBeDone();
        hosting.Upstream.Calls.Of("reboot").Should().ContainSingle(call => call.Parameters["host_id"] == $"{own.Id}");
        ShouldBeUntouched(stranger);
        (await IsLost(vps)).Should().BeFalse();
        (await _app.Scalar<string>("select detail from audit_logs where action = 'vps.relink' and target_id = $1", $"{vps}"))
            .Should().Contain($"{own.Id}").And.Contain(own.Name).And.Contain($"{old.Id}");
    }

    [Fact]
    public async Task A_VPS_that_loses_its_machine_again_is_told_of_again()
    {
        var vps = await Running();
        var first = await Swapped(vps);
        await _owner.Http.Post($"/api/v1/vps/{vps}/reboot");
        await AdminsAreToldOnce(vps);

        _ = (await Relink(vps, new { automation_instance_id = $"{first.Id}" })).Ok;
        await Swapped(vps, name: "another one");
        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).Code.Should().Be("vps.identity_lost");

        await Eventually.Become(
            async () => await _app.Scalar<long>(
                "select count(*) from notifications where user_id = $1 and cause like $2", _primary.Id.Value, $"vps:{vps}:identity_lost:%") == 2,
            "the admins are told of the second time");
    }

    [Fact]
    public async Task The_machine_of_another_VPS_is_nobody_elses()
    {
        var (vps, other) = (await Running(), await Running());
        var id = await _app.Scalar<string>("select automation_instance_id from vps where id = $1", other);
        await Swapped(vps);
        await _owner.Http.Post($"/api/v1/vps/{vps}/reboot");

        var refused = await Relink(vps, new { automation_instance_id = id });

        refused.Status.Should().Be(HttpStatusCode.Conflict);
        refused.Code.Should().Be("vps.host_taken");
        (await IsLost(vps)).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"automation_instance_id":""}""")]
    [InlineData("""{"automation_instance_id":"../1"}""")]
    [InlineData("""{"automation_instance_id":"1","gone":true}""")]
    public async Task A_link_needs_an_id(string body)
    {
        (await Relink(await Running(), body)).ShouldName("automation_instance_id");
    }

    [Fact]
    public async Task A_link_needs_a_machine_that_the_upstream_shows()
    {
        var vps = await Running();
        await Swapped(vps);
        await _owner.Http.Post($"/api/v1/vps/{vps}/reboot");

        (await Relink(vps, new { automation_instance_id = "424242" })).Code.Should().Be("automation.failed");
        hosting.Upstream.Switches.Add("hostinfo", SwitchKind.LoseReply, times: 1);
        var id = hosting.Upstream.Hosts[0].Id;
        (await Relink(vps, new { automation_instance_id = id })).Code.Should().Be("automation.lost_reply");
        hosting.Upstream.Switches.Add("hostinfo", SwitchKind.HideName, times: 1);
        (await Relink(vps, new { automation_instance_id = id })).Code.Should().Be("automation.garbage");
        (await IsLost(vps)).Should().BeTrue();
        (await Relink(424242, new { automation_instance_id = id })).Code.Should().Be("vps.not_found");
    }

    [Fact]
    public async Task Linking_needs_its_own_permission_which_no_pattern_covers()
    {
        var vps = await Running();
        var body = new { automation_instance_id = hosting.Upstream.Hosts.Single().Id };

        (await (await _app.NewAdmin("vps.*")).Http.Post($"{Admin}/{vps}/relink", body)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await _owner.Http.Post($"{Admin}/{vps}/relink", body)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await (await _app.NewAdmin("vps.relink")).Http.Post($"{Admin}/{vps}/relink", body)).Status.Should().Be(HttpStatusCode.OK);
        (await (await _app.NewAdmin("*")).Http.Post($"{Admin}/{vps}/relink", body)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_row_from_before_names_were_kept_waits_for_an_admin()
    {
        var vps = await Running();
        hosting.Upstream.Simulator.FinishBoots();
        var host = hosting.Upstream.Hosts.Single();
        await _app.Change("vps", "host_name = '', identity_checked_at = null", "id", vps);

        var refused = await _owner.Http.Post($"/api/v1/vps/{vps}/refresh");
        refused.Code.Should().Be("vps.identity_lost");
        refused.Status.Should().Be(HttpStatusCode.Conflict);
        (await _owner.Http.Post($"/api/v1/vps/{vps}/shutdown")).Code.Should().Be("vps.identity_lost");
        hosting.Upstream.Hosts.Single().Should().Be(host);
        (await _app.Scalar<string>("select host_name from vps where id = $1", vps)).Should().BeEmpty("a look never writes it");
        await AdminsAreToldOnce(vps);

        (await Relink(vps, new { automation_instance_id = host.Id })).Ok["host_name"]!.ToString().Should().Be(host.Name);
        (await _owner.Http.Post($"/api/v1/vps/{vps}/shutdown")).ShouldBeDone();
    }

    [Fact]
    public async Task A_machine_that_does_not_exist_any_more_is_given_up_and_its_VPS_deleted()
    {
        await hosting.Set((RefundSettings.RequiresApproval, "false"));
        var (owner, vps) = await hosting.PaidVps(extraCents: 0);
        var stranger = await Swapped(vps);
        (await _primary.Http.Post($"{Admin}/{vps}/delete")).Code.Should().Be("vps.identity_lost");

        (await Relink(vps, new { gone = true })).Ok["automation_instance_id"]!.ToString().Should().BeEmpty();

        (await owner.Http.Post($"/api/v1/vps/{vps}/reboot")).Code.Should().Be("vps.not_ready");
        (await _primary.Http.Post($"{Admin}/{vps}/delete")).ShouldBeDone();
        (await _app.Scalar<long>("select count(*) from vps where id = $1", vps)).Should().Be(0);
        (await _app.BalanceOf(owner)).Should().Be(Life.Price, "they have their money back");
        ShouldBeUntouched(stranger);
        await hosting.Set((RefundSettings.RequiresApproval, "true"));
    }

    [Fact]
    public async Task A_machine_that_exists_under_another_id_is_not_given_up()
    {
        var vps = await Running();
        var old = hosting.Upstream.Hosts.Single();
        hosting.Upstream.Simulator.MoveTo(old.Id, old.Id + 5000);
        await Swapped(vps);
        await _owner.Http.Post($"/api/v1/vps/{vps}/reboot");

        var refused = await Relink(vps, new { gone = true });

        refused.Status.Should().Be(HttpStatusCode.Conflict);
        refused.Code.Should().Be("vps.machine_exists");
    }

    [Fact]
    public async Task A_VPS_is_recorded_with_the_name_that_the_upstream_shows_and_not_without()
    {
        var stranger = hosting.Upstream.Simulator.GiveToStranger(77_000, "from the old panel");
        var body = new { user_id = _owner.Id.Value, name = "label", automation_instance_id = "77000" };
        foreach (var (fault, code) in new[]
        {
            (SwitchKind.LoseReply, "automation.lost_reply"), (SwitchKind.Fail, "automation.failed"), (SwitchKind.HideName, "automation.garbage"),
        })
        {
            hosting.Upstream.Switches.Add("hostinfo", fault, times: 1);
            (await _primary.Http.Post(Admin, body)).Code.Should().Be(code);
        }

        (await _app.Scalar<long>("select count(*) from vps where user_id = $1", _owner.Id.Value)).Should().Be(0);
        var recorded = (await _primary.Http.Post(Admin, body)).Ok;

        recorded["host_name"]!.ToString().Should().Be(stranger.Name);
        recorded["name"]!.ToString().Should().Be("label");
        var vps = (long)recorded["id"]!;
        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).ShouldBeDone();
        await StopsAt(await Swapped(vps, name: "somebody else"), vps, () => _owner.Http.Post($"/api/v1/vps/{vps}/reboot"));
    }

    [Fact]
    public async Task A_machine_that_is_another_rows_by_its_id_is_not_deleted_by_its_name()
    {
        var vps = await Running();
        var host = hosting.Upstream.Hosts.Single();
        await _app.Change("vps", "automation_instance_id = null", "id", vps);
        var recorded = (await _primary.Http.Post(Admin, new { user_id = _owner.Id.Value, name = "x", automation_instance_id = host.Id })).Ok;

        (await _primary.Http.Post($"{Admin}/{vps}/delete")).ShouldBeDone();

        hosting.Upstream.Hosts.Should().ContainSingle();
        (await _owner.Http.Post($"/api/v1/vps/{recorded["id"]}/reboot")).ShouldBeDone();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SwitchKind.LoseReply)]
    public async Task A_new_machine_that_gets_the_id_of_a_living_VPS_is_not_handed_over(SwitchKind? fault)
    {
        var vps = await Running();
        var host = hosting.Upstream.Hosts.Single();
        await _app.Change("vps", $"automation_instance_id = '{host.Id + 1}'", "id", vps);
        if (fault is { } kind)
            hosting.Upstream.Switches.Add("create_host", kind, times: 1);

        var buyer = await _app.NewUser();
        var order = await hosting.PlaceOrder(buyer);
        await hosting.Approve(order);
        await hosting.Reach(order, "failed", seconds: 60);

        hosting.Upstream.Hosts.Select(one => one.Id).Should().Equal(host.Id, host.Id + 1);
        var bought = await hosting.VpsOf(order);
        (await _app.Scalar<long>("select count(*) from vps where id = $1 and automation_instance_id is null", bought)).Should().Be(1);
        (await IsLost(vps)).Should().BeTrue("its id was shown to be another machine's");
        await AdminsAreToldOnce(vps);

        _ = (await Relink(vps, new { automation_instance_id = host.Id })).Ok;
        await hosting.Retry(order);
        await hosting.Reach(order, "active", seconds: 60);
        (await _app.Scalar<string>("select automation_instance_id from vps where id = $1", bought)).Should().Be($"{host.Id + 1}");
        hosting.Upstream.Calls.Of("create_host").Should().HaveCount(2, "one each");
    }

    [Fact]
    public async Task A_VPS_of_a_dry_run_has_no_machine_to_be_mistaken_for_another()
    {
        await hosting.Set((AutomationSettings.DryRun, "true"));
        try
        {
            var vps = await Running();
            _app.Clock.Advance(TimeSpan.FromMinutes(6));
            (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).ShouldBeDone();
            (await _owner.Http.Post($"/api/v1/vps/{vps}/refresh")).Ok["status"]!.ToString().Should().Be("running");
            (await _primary.Http.Post($"{Admin}/{vps}/delete")).ShouldBeDone();
            hosting.Upstream.Calls.All.Should().BeEmpty();
        }
        finally
        {
            await hosting.Set((AutomationSettings.DryRun, "false"));
        }
    }

    [Fact]
    public async Task A_dry_run_proves_nothing_of_a_machine_that_exists()
    {
        var vps = await Running();
        await Swapped(vps);
        await hosting.Set((AutomationSettings.DryRun, "true"));
        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).ShouldBeDone();
        await hosting.Set((AutomationSettings.DryRun, "false"));

        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).Code.Should().Be("vps.identity_lost");
        hosting.Upstream.Calls.Of("reboot").Should().BeEmpty();
    }

    private Task<Reply> Relink(long vps, object body) => _primary.Http.Post($"{Admin}/{vps}/relink", body);
}
