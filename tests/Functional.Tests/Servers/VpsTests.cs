using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>What owners and admins see of VPS and do with them.</summary>
public sealed class VpsTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private readonly PanelApp _app = hosting.App;

    private static readonly string[] Reads = ["", "/monitor", "/panel", "/vnc"];
    private static readonly string[] Moves = ["/refresh", "/start", "/shutdown", "/reboot"];

    public async Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();

        // The first admin of a database may do everything; the tests need one who may not.
        await _app.NewAdmin();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_owner_sees_their_VPS_and_nobody_elses()
    {
        var owner = await _app.NewUser();
        var (order, id) = await hosting.RunningVps(owner);
        var stranger = await _app.NewUser();

        (await owner.Http.Get("/api/v1/vps")).Ok["items"]!.AsArray().Should().ContainSingle(vps => (long)vps!["id"]! == id);
        (await stranger.Http.Get("/api/v1/vps")).Ok["items"]!.AsArray().Should().BeEmpty();
        foreach (var path in Reads)
            (await stranger.Http.Get($"/api/v1/vps/{id}{path}")).Status.Should().Be(HttpStatusCode.NotFound, path);
        foreach (var path in Moves)
            (await stranger.Http.Post($"/api/v1/vps/{id}{path}")).Status.Should().Be(HttpStatusCode.NotFound, path);
        (await stranger.Http.Post($"/api/v1/orders/{order.Value}/refresh")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_refresh_follows_the_upstream()
    {
        var owner = await _app.NewUser();
        var (order, id) = await hosting.RunningVps(owner);
        var bought = (string)(await owner.Http.Get($"/api/v1/vps/{id}")).Ok["expire_at"]!;
        var host = hosting.Upstream.Hosts.Single();

        hosting.Upstream.Simulator.SetState(host.Id, HostState.Stopped);
        var vps = (await owner.Http.Post($"/api/v1/vps/{id}/refresh")).Ok;
        ((string)vps["status"]!).Should().Be("stopped");
        ((int)vps["automation_state"]!).Should().Be(3);
        ((string)vps["expire_at"]!).Should().Be(bought, "the upstream only knows the day, and it is the same day");
        ((int)vps["spec"]!["memory_gb"]!).Should().Be(4);

        hosting.Upstream.Simulator.SetState(host.Id, HostState.Reinstalling);
        ((string)(await owner.Http.Post($"/api/v1/orders/{order.Value}/refresh")).Ok["items"]![0]!["status"]!).Should().Be("reinstalling");
    }

    [Fact]
    public async Task Power_moves_reach_the_VPS()
    {
        var owner = await _app.NewUser();
        var (_, id) = await hosting.RunningVps(owner);

        ((bool)(await owner.Http.Post($"/api/v1/vps/{id}/shutdown")).Ok["ok"]!).Should().BeTrue();
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Stopped);
        (await owner.Http.Post($"/api/v1/vps/{id}/start")).Status.Should().Be(HttpStatusCode.OK);
        (await owner.Http.Post($"/api/v1/vps/{id}/reboot")).Status.Should().Be(HttpStatusCode.OK);
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Running);

        hosting.Upstream.Switches.Add("reboot", SwitchKind.Fail, times: 1);
        var refused = await owner.Http.Post($"/api/v1/vps/{id}/reboot");
        refused.Status.Should().Be(HttpStatusCode.BadGateway);
        refused.Code.Should().Be("automation.failed");
    }

    [Fact]
    public async Task Panel_and_screen_open_in_a_tab_that_can_send_no_header()
    {
        var owner = await _app.NewUser();
        var (_, id) = await hosting.RunningVps(owner);

        var panel = await _app.Anonymous.Get($"/api/v1/vps/{id}/panel?token={owner.Token}");
        panel.Status.Should().Be(HttpStatusCode.Redirect);
        panel.Location!.AbsoluteUri.Should().StartWith(hosting.Upstream.BaseUrl);
        ((string)(await owner.Http.Get($"/api/v1/vps/{id}")).Ok["panel_url_cache"]!).Should().Be(panel.Location.AbsoluteUri);
        (await _app.Anonymous.Get($"/api/v1/vps/{id}/vnc?access_token={owner.Token}")).Status.Should().Be(HttpStatusCode.Redirect);
        (await _app.Anonymous.Get($"/api/v1/vps/{id}/vnc")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("admin_status = 'abuse'", "vps.locked")]
    [InlineData("admin_status = 'locked'", "vps.locked")]
    [InlineData("status = 'expired_locked'", "vps.locked")]
    [InlineData("status = 'locked'", "vps.locked")]
    [InlineData("expire_at = '2020-01-01'", "vps.expired")]
    public async Task A_suspended_VPS_shows_no_secret_and_cannot_be_used(string suspended, string code)
    {
        var owner = await _app.NewUser();
        var (_, id) = await hosting.RunningVps(owner);
        (await owner.Http.Get($"/api/v1/vps/{id}/panel")).Status.Should().Be(HttpStatusCode.Redirect);
        await _app.Scalar<long>($"update vps set {suspended} where id = $1 returning id", id);

        foreach (var path in (string[])["/panel", "/vnc"])
        {
            var refused = await owner.Http.Get($"/api/v1/vps/{id}{path}");
            refused.Status.Should().Be(HttpStatusCode.Conflict, path);
            refused.Code.Should().Be(code);
        }

        foreach (var path in (string[])["/start", "/shutdown", "/reboot"])
            (await owner.Http.Post($"/api/v1/vps/{id}{path}")).Code.Should().Be(code, path);

        var vps = (await owner.Http.Get($"/api/v1/vps/{id}")).Ok;
        vps["access_info"].Should().BeNull();
        ((string)vps["panel_url_cache"]!).Should().BeEmpty();
        (await owner.Http.Get($"/api/v1/vps/{id}/monitor")).Ok["access_info"].Should().BeNull();
    }

    [Fact]
    public async Task Load_is_shown_and_its_lack_is_no_error()
    {
        var owner = await _app.NewUser();
        var (_, id) = await hosting.RunningVps(owner);

        (await owner.Http.Get($"/api/v1/vps/{id}/monitor")).Ok["cpu"]!.GetValue<int>().Should().BeInRange(0, 100);
        hosting.Upstream.Switches.Add("monitor", SwitchKind.Fail, times: 1);
        var silent = (await owner.Http.Get($"/api/v1/vps/{id}/monitor")).Ok;
        ((string)silent["monitor_error"]!).Should().StartWith("automation error");
        silent["cpu"].Should().BeNull();

        hosting.Upstream.Switches.Add(new Switch("monitor", SwitchKind.Fail, 1, Message: "主机创建中"));
        ((string)(await owner.Http.Get($"/api/v1/vps/{id}/monitor")).Ok["status"]!).Should().Be("provisioning");
    }

    [Fact]
    public async Task A_VPS_that_the_upstream_forgot_is_unknown_and_not_made_again()
    {
        var owner = await _app.NewUser();
        var (order, id) = await hosting.RunningVps(owner);
        hosting.Upstream.Switches.Add("hostinfo", SwitchKind.ForgetHost, times: 1);

        ((string)(await owner.Http.Post($"/api/v1/vps/{id}/refresh")).Ok["status"]!).Should().Be("unknown");
        await owner.Http.Post($"/api/v1/orders/{order.Value}/refresh");
        _app.Clock.Advance(TimeSpan.FromMinutes(5));

        (await hosting.StatusOf(order)).Should().Be("active");
        hosting.Upstream.Hosts.Should().BeEmpty();
        hosting.Upstream.Calls.Of("create_host").Should().ContainSingle();
    }

    [Fact]
    public async Task A_refusal_alone_does_not_make_a_VPS_unknown()
    {
        var owner = await _app.NewUser();
        var (_, id) = await hosting.RunningVps(owner);
        hosting.Upstream.Switches.Add("hostinfo", SwitchKind.Fail, times: 1);

        (await owner.Http.Post($"/api/v1/vps/{id}/refresh")).Status.Should().Be(HttpStatusCode.BadGateway);
        ((string)(await owner.Http.Get($"/api/v1/vps/{id}")).Ok["status"]!).Should().Be("running");
    }

    [Fact]
    public async Task The_background_refresh_reads_all_and_survives_errors()
    {
        var owner = await _app.NewUser();
        var (_, first) = await hosting.RunningVps(owner);
        var (_, second) = await hosting.RunningVps(owner);
        foreach (var host in hosting.Upstream.Hosts)
            hosting.Upstream.Simulator.SetState(host.Id, HostState.Stopped);
        hosting.Upstream.Switches.Add("hostinfo", SwitchKind.Garbage, times: 1);

        await RunRefresh();
        await RunRefresh();

        foreach (var id in (long[])[first, second])
            ((string)(await owner.Http.Get($"/api/v1/vps/{id}")).Ok["status"]!).Should().Be("stopped");
    }

    [Fact]
    public async Task Deletion_is_announced_when_expired_VPS_are_deleted()
    {
        var owner = await _app.NewUser();
        var (_, id) = await hosting.RunningVps(owner);
        (await owner.Http.Get($"/api/v1/vps/{id}")).Ok.AsObject().Should().NotContainKey("destroy_at");

        await hosting.Set((VpsPanel.Application.Servers.VpsSettings.AutoDeleteEnabled, "true"));
        var vps = (await owner.Http.Get($"/api/v1/vps/{id}")).Ok;
        ((DateTimeOffset)vps["destroy_at"]!).Should().Be(((DateTimeOffset)vps["expire_at"]!).AddDays(7));
        ((int)vps["destroy_in_days"]!).Should().BeInRange(34, 38);
        await hosting.Set((VpsPanel.Application.Servers.VpsSettings.AutoDeleteEnabled, "false"));
    }

    [Fact]
    public async Task Admins_see_all_VPS_as_far_as_their_rights_go()
    {
        var owner = await _app.NewUser();
        var (_, id) = await hosting.RunningVps(owner);
        var admin = await _app.NewAdmin("vps.*");
        var other = await _app.NewAdmin("order.*");

        var found = (await admin.Http.Get($"/admin/api/v1/vps?status=running&user_id={owner.Id.Value}&keyword=ECS-")).Ok;
        ((long)found["total"]!).Should().Be(1);
        ((long)found["items"]![0]!["id"]!).Should().Be(id);
        found["items"]![0]!["access_info"].Should().BeNull();
        (await admin.Http.Get($"/admin/api/v1/vps?user_id={owner.Id.Value}&status=stopped")).Ok["items"]!.AsArray().Should().BeEmpty();
        (await admin.Http.Get($"/admin/api/v1/vps?user_id={owner.Id.Value}&keyword=%25")).Ok["items"]!.AsArray().Should().BeEmpty();
        (await admin.Http.Get($"/admin/api/v1/vps/{id}")).Ok["access_info"]!["os_password"]!.ToString()
            .Should().Be(hosting.Upstream.Hosts.Single().OsPassword);
        (await admin.Http.Get("/admin/api/v1/vps/999999")).Code.Should().Be("vps.not_found");
        (await admin.Http.Post($"/admin/api/v1/vps/{id}/refresh")).Status.Should().Be(HttpStatusCode.OK);
        (await _app.Scalar<long>("select count(*) from audit_logs where action = 'vps.refresh' and target_id = $1", $"{id}")).Should()
            .Be(1);

        (await other.Http.Get("/admin/api/v1/vps")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await other.Http.Get($"/admin/api/v1/vps/{id}")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await other.Http.Post($"/admin/api/v1/vps/{id}/refresh")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await owner.Http.Get("/admin/api/v1/vps")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_automation_account_is_kept_without_showing_its_key()
    {
        var admin = await _app.NewAdmin("automation.*");
        var account = (await admin.Http.Get("/admin/api/v1/integrations/automation")).Ok;
        ((string)account["base_url"]!).Should().Be(hosting.Upstream.BaseUrl);
        ((string)account["api_key"]!).Should().Be("********");

        (await admin.Http.Patch(
            "/admin/api/v1/integrations/automation",
            new { api_key = "********", timeout_sec = "3", retry = 1 })).ShouldBeDone();
        (await admin.Http.Patch("/admin/api/v1/integrations/automation", new { timeout_sec = 2, retry = 0, api_key = "" })).ShouldBeDone();
        var (_, id) = await hosting.RunningVps(await _app.NewUser());
        id.Should().BePositive("the key still is the right one");

        var wrong = await admin.Http.Patch("/admin/api/v1/integrations/automation", new { base_url = "ftp://x" });
        wrong.ShouldName("base_url");
        (await admin.Http.Patch("/admin/api/v1/integrations/automation", new { timeout_sec = 9999 })).ShouldName("timeout_sec");
        (await (await _app.NewAdmin("automation.view")).Http.Patch("/admin/api/v1/integrations/automation", new { retry = 1 })).Status
            .Should().Be(HttpStatusCode.Forbidden);
        (await _app.Scalar<long>("select count(*) from audit_logs where action = 'automation.update'")).Should().BePositive();
    }

    private async Task RunRefresh()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var task = scope.ServiceProvider.GetServices<IScheduledTask>().Single(task => task.Key() == "vps_refresh");
        (await task.RunOnce(default)).IsSuccess.Should().BeTrue();
    }
}
