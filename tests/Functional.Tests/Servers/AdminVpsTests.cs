using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Servers;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Infrastructure.Checks;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>What admins do to the VPS of others.</summary>
public sealed partial class AdminVpsTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private const string Path = "/admin/api/v1/vps";

    private readonly PanelApp _app = hosting.App;
    private Person _admin = null!;
    private Person _owner = null!;

    public async Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();
        await _app.NewAdmin();
        _admin = await _app.NewAdmin("vps.*");
        _owner = await _app.NewUser();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_locked_VPS_is_the_owners_no_more_until_it_is_unlocked()
    {
        var vps = await Running();

        (await Post(vps, "lock")).ShouldBeDone();
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);
        ((string)(await Get(vps))["admin_status"]!).Should().Be("locked");
        ((string)(await Get(vps))["status"]!).Should().Be("locked");
        (await _owner.Http.Post($"/api/v1/vps/{vps}/start")).Code.Should().Be("vps.locked");

        (await Post(vps, "unlock")).ShouldBeDone();
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Running);
        ((string)(await Get(vps))["admin_status"]!).Should().Be("normal");
        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).Status.Should().Be(HttpStatusCode.OK);
        (await Audits("vps.lock", vps)).Should().Be(1);
        (await Audits("vps.unlock", vps)).Should().Be(1);
    }

    [Fact]
    public async Task A_judgement_carries_its_reason_and_reaches_the_upstream()
    {
        var vps = await Running();

        (await Post(vps, "status", new { status = "abuse", reason = "spam" })).ShouldBeDone();
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);
        ((string)(await Get(vps))["admin_status"]!).Should().Be("abuse");
        (await _app.Scalar<string>("select detail from audit_logs where action = 'vps.admin_status' and target_id = $1", $"{vps}"))
            .Should().Contain("abuse").And.Contain("spam");

        (await Post(vps, "status", new { status = "normal" })).ShouldBeDone();
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Running);
        (await Post(vps, "status", new { status = "angry" })).ShouldName("status");
        (await Post(vps, "status", new { })).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Unlocking_does_not_give_an_expired_VPS_away()
    {
        var vps = await Running();
        await Post(vps, "lock");
        await _app.Scalar<long>("update vps set expire_at = '2020-01-01' where id = $1 returning id", vps);

        (await Post(vps, "unlock")).Status.Should().Be(HttpStatusCode.OK);

        hosting.Upstream.Calls.Of("unlock").Should().BeEmpty();
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);
    }

    [Fact]
    public async Task Sizes_change_upstream_and_here_and_the_rest_of_the_spec_stays()
    {
        var vps = await Running();

        (await Post(vps, "resize", new { cpu = 4, memory_gb = "8", disk_gb = 0, bandwidth_mbps = 0 })).ShouldBeDone();

        hosting.Upstream.Hosts.Single().Sizes.Should().BeEquivalentTo(new { Cpu = 4, Memory = 8, Disk = 50, Bandwidth = 20 });
        var after = await Get(vps);
        ((int)after["cpu"]!).Should().Be(4);
        ((int)after["memory_gb"]!).Should().Be(8);
        ((int)after["disk_gb"]!).Should().Be(50);
        ((int)after["spec"]!["add_cores"]!).Should().Be(1);
        (await Audits("vps.resize", vps)).Should().Be(1);
    }

    [Theory]
    [InlineData("{}", "request.invalid")]
    [InlineData("""{"cpu":0}""", "request.invalid")]
    [InlineData("""{"cpu":-1}""", "request.invalid")]
    [InlineData("""{"disk_gb":49}""", "vps.disk_shrinks")]
    public async Task A_size_that_cannot_be_is_refused(string body, string code)
    {
        var refused = await Post(await Running(), "resize", body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be(code);
        hosting.Upstream.Calls.Of("elastic_update").Should().BeEmpty();
    }

    [Theory]
    [InlineData("2030-05-06T07:08:09Z", "2030-05-06T07:08:09.000Z")]
    [InlineData("2030-05-06T07:08:09.5+02:00", "2030-05-06T05:08:09.500Z")]
    [InlineData("2030-05-06 07:08:09", "2030-05-06T07:08:09.000Z")]
    [InlineData("2030-05-06", "2030-05-06T00:00:00.000Z")]
    public async Task Time_is_granted_in_every_way_of_writing_it(string written, string meant)
    {
        var vps = await Running();

        var after = (await _admin.Http.Patch($"{Path}/{vps}/expire-at", new { expire_at = written })).Ok;

        ((string)after["expire_at"]!).Should().Be(meant);
        ((string)after["spec"]!["current_period_end"]!).Should().StartWith("202", "what was paid for does not grow by a gift");
        hosting.Upstream.Hosts.Single().ExpiresAt.Date.Should().Be(new DateTime(2030, 5, 6));
        (await Audits("vps.update_expire", vps)).Should().Be(1);
    }

    [Theory]
    [InlineData("""{"expire_at":"soon"}""")]
    [InlineData("""{"expire_at":"1969-12-31"}""")]
    [InlineData("""{"expire_at":"9999-12-31"}""")]
    [InlineData("""{"expire_at":null}""")]
    [InlineData("{}")]
    public async Task A_time_that_is_none_is_refused(string body)
    {
        var vps = await Running();
        var refused = await _admin.Http.Call(HttpMethod.Patch, $"{Path}/{vps}/expire-at", body);

        refused.ShouldName("expire_at");
    }

    [Fact]
    public async Task Granted_time_does_not_open_a_VPS_that_was_locked_for_abuse()
    {
        var vps = await Running();
        await Post(vps, "status", new { status = "abuse" });

        (await _admin.Http.Patch($"{Path}/{vps}/expire-at", new { expire_at = "2030-01-01" })).Status.Should().Be(HttpStatusCode.OK);

        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);
        ((string)(await Get(vps))["admin_status"]!).Should().Be("abuse");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_makes_one_vps(bool provision)
    {
        var wanted = new
        {
            user_id = _owner.Id.Value, name = "gift", provision, line_id = 1, os = "Debian 12", cpu = 1, memory_gb = 1, disk_gb = 20,
            bandwidth_mbps = 10, monthly_price = 19.9, spec = new { note = "x" }, access_info = new { os_password = "S3cret-of-ours" },
        };
        var key = Guid.NewGuid().ToString();

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _admin.Http.Post(Path, wanted, key)));

        replies.Select(reply => (long)reply.Ok["id"]!).Distinct().Should().ContainSingle();
        (await _app.Scalar<long>("select count(*) from vps where user_id = $1", _owner.Id.Value)).Should().Be(1);
        (await _admin.Http.Post(Path, new { user_id = _owner.Id.Value, name = "other", provision, line_id = 1, os = "Debian 12", cpu = 1, memory_gb = 1, disk_gb = 20, bandwidth_mbps = 10 }, key))
            .Code.Should().Be("idempotency.mismatch");
    }

    [Fact]
    public async Task What_the_upstream_refuses_is_not_done_here()
    {
        var vps = await Running();
        foreach (var (action, call) in new (string, Func<Task<Reply>>)[]
        {
            ("lock", () => Post(vps, "lock")),
            ("unlock", () => Post(vps, "unlock")),
            ("lock", () => Post(vps, "status", new { status = "fraud" })),
            ("elastic_update", () => Post(vps, "resize", new { cpu = 4 })),
            ("renew", () => _admin.Http.Patch($"{Path}/{vps}/expire-at", new { expire_at = "2030-01-01" })),
            ("delete", () => Post(vps, "delete")),
            ("elastic_update", () => _admin.Http.Patch($"{Path}/{vps}", new { cpu = 4, sync_mode = "automation" })),
        })
        {
            hosting.Upstream.Switches.Add(action, SwitchKind.Fail, times: 1);
            var refused = await call();
            refused.Status.Should().Be(HttpStatusCode.BadGateway, action);
            refused.Code.Should().Be("automation.failed");
        }

        var after = await Get(vps);
        ((string)after["admin_status"]!).Should().Be("normal");
        ((int)after["cpu"]!).Should().Be(3);
        (await _app.Scalar<long>("select count(*) from audit_logs where target_type = 'vps' and target_id = $1", $"{vps}")).Should().Be(0);
    }

    [Fact]
    public async Task A_VPS_that_is_being_reinstalled_is_left_alone()
    {
        var vps = await Running();
        await _app.Scalar<long>("update vps set status = 'reinstalling' where id = $1 returning id", vps);

        (await Post(vps, "resize", new { cpu = 4 })).Code.Should().Be("vps.busy");
        (await _admin.Http.Patch($"{Path}/{vps}", new { cpu = 4, sync_mode = "automation" })).Code.Should().Be("vps.busy");

        await _app.Scalar<long>("update vps set status = 'provisioning' where id = $1 returning id", vps);
        (await _admin.Http.Patch($"{Path}/{vps}/expire-at", new { expire_at = "2030-01-01" })).Code.Should().Be("vps.not_ready");
    }

    [Fact]
    public async Task Every_route_needs_its_own_permission_and_an_id_that_exists()
    {
        var vps = await Running();
        await hosting.Set((VpsSettings.EmergencyRenewWindowDays, "0"));
        (HttpMethod Method, string Path, object Body, string Needs)[] routes =
        [
            (HttpMethod.Post, "", new { user_id = _owner.Id.Value, name = "x" }, "vps.create"),
            (HttpMethod.Patch, "/{0}", new { cpu = 3 }, "vps.update"),
            (HttpMethod.Post, "/{0}/lock", new { }, "vps.lock"),
            (HttpMethod.Post, "/{0}/unlock", new { }, "vps.unlock"),
            (HttpMethod.Post, "/{0}/status", new { status = "normal" }, "vps.admin_status"),
            (HttpMethod.Post, "/{0}/resize", new { cpu = 4 }, "vps.resize"),
            (HttpMethod.Post, "/{0}/emergency-renew", new { }, "vps.emergency_renew"),
            (HttpMethod.Patch, "/{0}/expire-at", new { expire_at = "2030-01-01" }, "vps.update_expire"),
            (HttpMethod.Post, "/{0}/delete", new { }, "vps.delete"),
        ];
        foreach (var (method, path, body, needs) in routes)
        {
            var others = routes.Select(route => route.Needs).Where(code => code != needs).Append("vps.view").ToArray();
            (await (await _app.NewAdmin(others)).Http.Call(method, Path + string.Format(path, vps), body)).Status
                .Should().Be(HttpStatusCode.Forbidden, needs);
            (await _owner.Http.Call(method, Path + string.Format(path, vps), body)).Status.Should().Be(HttpStatusCode.Forbidden, needs);
            if (path.Length > 0)
                (await _admin.Http.Call(method, Path + string.Format(path, 424242), body)).Code.Should().Be("vps.not_found", needs);
            (await (await _app.NewAdmin(needs)).Http.Call(method, Path + string.Format(path, vps), body)).Status.Should()
                .Be(HttpStatusCode.OK, needs);
            await Eventually.Become(
                async () =>
                {
                    _app.Clock.Advance(TimeSpan.FromSeconds(1));
                    return await hosting.OpenOrders(vps) == 0;
                },
                "nothing is under way");
        }

        await hosting.Set((VpsSettings.EmergencyRenewWindowDays, "7"));
    }

    /// <summary>
    /// The VPS of these tests come by orders that nobody with a name approved, and go without a trace; their money must be right.
    /// </summary>
    private async Task TheMoneyIsRight()
    {
        foreach (var invariant in _app.Services.GetServices<IInvariant>()
            .Where(one => !one.Name.Contains("upstream") && !one.Name.Contains("approved")))
            (await invariant.Violations(default)).Should().BeEmpty(invariant.Name);
    }

    private async Task<long> Running() => (await hosting.RunningVps(_owner)).Vps;

    private Task<Reply> Post(long vps, string path, object? body = null) => _admin.Http.Post($"{Path}/{vps}/{path}", body);

    private async Task<JsonNode> Get(long vps) => (await _admin.Http.Get($"{Path}/{vps}")).Ok;

    private Task<long> Audits(string action, long vps) =>
        _app.Scalar<long>("select count(*) from audit_logs where action = $1 and target_id = $2", action, $"{vps}");
}
