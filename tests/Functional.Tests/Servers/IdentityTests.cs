using System.Globalization;
using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Protocol;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>The upstream forgets a machine and gives its id to a stranger: nobody of ours touches or sees the stranger's.</summary>
public sealed partial class IdentityTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private const int Debian = 102;
    private const string Admin = "/admin/api/v1/vps";

    /// <summary>What tells which machine has an id; shows nothing to anybody.</summary>
    private static readonly string[] Looks = ["hostinfo", "hostlist"];

    private readonly PanelApp _app = hosting.App;
    private Person _primary = null!;
    private Person _owner = null!;

    public async Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();
        _primary = await _app.Primary();
        _owner = await _app.NewUser();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string, string, string> OwnerCalls { get; } = new()
    {
        { "POST", "start", "" },
        { "POST", "shutdown", "" },
        { "POST", "reboot", "" },
        { "POST", "refresh", "" },
        { "GET", "panel", "" },
        { "GET", "vnc", "" },
        { "GET", "monitor", "" },
        { "POST", "reset-os", """{"template_id":102,"password":"S3cret-of-mine"}""" },
        { "POST", "reset-os-password", """{"password":"S3cret-of-mine"}""" },
        { "GET", "snapshots", "" },
        { "POST", "snapshots", "" },
        { "DELETE", "snapshots/1", "" },
        { "POST", "snapshots/1/restore", "" },
        { "GET", "backups", "" },
        { "POST", "backups", "" },
        { "DELETE", "backups/1", "" },
        { "POST", "backups/1/restore", "" },
        { "GET", "firewall", "" },
        { "POST", "firewall", """{"direction":"in","protocol":"tcp","method":"accept","port":"80","ip":"192.0.2.1"}""" },
        { "DELETE", "firewall/1", "" },
        { "GET", "ports", "" },
        { "POST", "ports", """{"name":"ssh","dport":22}""" },
        { "DELETE", "ports/1", "" },
        { "GET", "ports/candidates", "" },
    };

    public static TheoryData<string, string, string> AdminCalls { get; } = new()
    {
        { "POST", "/lock", "{}" },
        { "POST", "/unlock", "{}" },
        { "POST", "/status", """{"status":"abuse"}""" },
        { "POST", "/resize", """{"cpu":4}""" },
        { "POST", "/refresh", "{}" },
        { "POST", "/delete", "{}" },
        { "PATCH", "/expire-at", """{"expire_at":"2031-01-01"}""" },
        { "PATCH", "", """{"cpu":4,"sync_mode":"automation"}""" },
        { "PATCH", "", """{"admin_status":"fraud","sync_mode":"automation"}""" },
    };

    /// <summary>What deletes data or shows what opens a machine is preceded by a look, however short ago the last one was.</summary>
    public static TheoryData<string, string, string> FreshCalls { get; } = new()
    {
        { "POST", "refresh", "" },
        { "GET", "panel", "" },
        { "GET", "vnc", "" },
        { "POST", "reset-os", """{"template_id":102,"password":"S3cret-of-mine"}""" },
        { "POST", "reset-os-password", """{"password":"S3cret-of-mine"}""" },
        { "DELETE", "snapshots/1", "" },
        { "POST", "snapshots/1/restore", "" },
        { "DELETE", "backups/1", "" },
        { "POST", "backups/1/restore", "" },
    };

    [Theory]
    [MemberData(nameof(OwnerCalls))]
    public async Task An_owner_does_not_reach_the_stranger_that_has_the_id(string method, string path, string body)
    {
        var vps = await Running();
        await OfferDebian();
        var before = await AccessOf(vps);
        var stranger = await Swapped(vps);

        await StopsAt(stranger, vps, () => _owner.Http.Call(new HttpMethod(method), $"/api/v1/vps/{vps}/{path}", Body(body)));
        (await AccessOf(vps)).Should().Be(before, "nothing of the stranger is kept");
    }

    [Theory]
    [MemberData(nameof(AdminCalls))]
    public async Task An_admin_does_not_reach_the_stranger_that_has_the_id(string method, string path, string body)
    {
        var vps = await Running();
        var stranger = await Swapped(vps);

        await StopsAt(stranger, vps, () => _primary.Http.Call(new HttpMethod(method), $"{Admin}/{vps}{path}", body));
    }

    [Theory]
    [MemberData(nameof(FreshCalls))]
    public async Task What_reveals_or_destroys_looks_at_the_machine_every_time(string method, string path, string body)
    {
        var vps = await Running();
        await OfferDebian();
        (await _owner.Http.Post($"/api/v1/vps/{vps}/refresh")).Status.Should().Be(HttpStatusCode.OK);
        var stranger = await Swapped(vps, after: TimeSpan.Zero);

        await StopsAt(stranger, vps, () => _owner.Http.Call(new HttpMethod(method), $"/api/v1/vps/{vps}/{path}", Body(body)));
    }

    [Fact]
    public async Task A_deletion_looks_at_the_machine_every_time()
    {
        var vps = await Running();
        (await _owner.Http.Post($"/api/v1/vps/{vps}/refresh")).Status.Should().Be(HttpStatusCode.OK);
        var stranger = await Swapped(vps, after: TimeSpan.Zero);

        await StopsAt(stranger, vps, () => _primary.Http.Post($"{Admin}/{vps}/delete"));
    }

    [Fact]
    public async Task A_look_holds_for_five_minutes_for_what_can_be_undone()
    {
        var vps = await Running();
        (await _owner.Http.Post($"/api/v1/vps/{vps}/refresh")).Status.Should().Be(HttpStatusCode.OK);
        hosting.Upstream.Calls.Of("hostinfo").Should().NotBeEmpty();
        var looks = hosting.Upstream.Calls.Of("hostinfo").Count;

        await _owner.Http.Post($"/api/v1/vps/{vps}/reboot");
        await _owner.Http.Get($"/api/v1/vps/{vps}/monitor");
        hosting.Upstream.Calls.Of("hostinfo").Should().HaveCount(looks);

        _app.Clock.Advance(TimeSpan.FromMinutes(5.1));
        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).ShouldBeDone();
        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).ShouldBeDone();
        hosting.Upstream.Calls.Of("hostinfo").Should().HaveCount(looks + 1, "the second one stands on the look of the first");
    }

    [Fact]
    public async Task An_order_is_not_refreshed_from_a_stranger()
    {
        var (order, vps) = await hosting.RunningVps(_owner);
        var stranger = await Swapped(vps);

        await StopsAt(stranger, vps, () => _owner.Http.Post($"/api/v1/orders/{order.Value}/refresh"));
    }

    [Theory]
    [InlineData("renew", "")]
    [InlineData("resize", """{"spec":{"add_cores":2}}""")]
    [InlineData("refund", "")]
    [InlineData("emergency-renew", "")]
    public async Task Nothing_is_sold_for_a_VPS_that_has_lost_its_machine(string what, string body)
    {
        await hosting.Set((VpsPanel.Application.Servers.VpsSettings.EmergencyRenewWindowDays, "0"));
        var shop = await Shop.Open(_app);
        var (owner, vps) = await hosting.PaidVps(shop);
        var balance = await _app.BalanceOf(owner);
        var stranger = await Swapped(vps);
        (await owner.Http.Post($"/api/v1/vps/{vps}/refresh")).Code.Should().Be("vps.identity_lost");

        (await owner.Http.Call(HttpMethod.Post, $"/api/v1/vps/{vps}/{what}", Body(body))).Code.Should().Be("vps.identity_lost");
        if (what == "emergency-renew")
            (await _primary.Http.Post($"{Admin}/{vps}/emergency-renew")).Code.Should().Be("vps.identity_lost");

        (await hosting.OpenOrders(vps)).Should().Be(0);
        (await _app.BalanceOf(owner)).Should().Be(balance);
        ShouldBeUntouched(stranger);
        await hosting.Set((VpsPanel.Application.Servers.VpsSettings.EmergencyRenewWindowDays, "7"));
    }

    [Fact]
    public async Task A_lost_VPS_shows_its_mark_to_admins_and_hides_what_opened_it()
    {
        var vps = await Running();
        var name = hosting.Upstream.Hosts.Single().Name;
        (await _primary.Http.Get($"{Admin}/{vps}")).Ok["host_name"]!.ToString().Should().Be(name);
        await Swapped(vps);
        await _owner.Http.Post($"/api/v1/vps/{vps}/refresh");

        var shown = (await _primary.Http.Get($"{Admin}/{vps}")).Ok;
        shown["identity_lost_at"].Should().NotBeNull();
        shown["identity_found_name"]!.ToString().Should().StartWith("stranger-");
        shown["host_name"]!.ToString().Should().Be(name, "it is never taken from a look");
        shown["access_info"].Should().BeNull();
        var listed = (await _primary.Http.Get($"{Admin}?user_id={_owner.Id.Value}")).Ok["items"]![0]!;
        listed["identity_lost_at"]!.ToString().Should().Be(shown["identity_lost_at"]!.ToString());

        var own = await _owner.Http.Get($"/api/v1/vps/{vps}");
        own.Ok["access_info"].Should().BeNull("the address may lead to somebody else by now");
        own.Ok["identity_lost_at"]!.ToString().Should().Be(shown["identity_lost_at"]!.ToString());
        own.Text.Should().NotContain("stranger-").And.NotContain("host_name");
    }

    [Theory]
    [InlineData(SwitchKind.Fail)]
    [InlineData(SwitchKind.Http500)]
    [InlineData(SwitchKind.Garbage)]
    [InlineData(SwitchKind.Truncated)]
    [InlineData(SwitchKind.EmptyData)]
    [InlineData(SwitchKind.LoseReply)]
    [InlineData(SwitchKind.Hang)]
    [InlineData(SwitchKind.ForgetHost)]
    public async Task An_upstream_that_does_not_answer_is_an_error_of_the_upstream(SwitchKind fault)
    {
        var vps = await Running();
        _app.Clock.Advance(TimeSpan.FromMinutes(6));
        hosting.Upstream.Switches.Add("hostinfo", fault, times: 1);

        var refused = await _owner.Http.Post($"/api/v1/vps/{vps}/reboot");

        refused.Status.Should().BeOneOf(HttpStatusCode.BadGateway, HttpStatusCode.GatewayTimeout);
        refused.Code.Should().StartWith("automation.");
        hosting.Upstream.Calls.Of("reboot").Should().BeEmpty("nobody acts on what nobody has seen");
        (await IsLost(vps)).Should().BeFalse();
    }

    [Fact]
    public async Task A_machine_that_is_gone_without_a_successor_can_be_deleted()
    {
        var vps = await Running();
        hosting.Upstream.Simulator.Forget(hosting.Upstream.Hosts.Single().Id);

        (await _owner.Http.Post($"/api/v1/vps/{vps}/refresh")).Ok["status"]!.ToString().Should().Be("unknown");
        (await IsLost(vps)).Should().BeFalse();
        (await _primary.Http.Post($"{Admin}/{vps}/delete")).ShouldBeDone();
        hosting.Upstream.Calls.Of("delete").Should().BeEmpty();
    }

    [Fact]
    public async Task An_upstream_that_keeps_the_name_to_itself_is_asked_for_its_list()
    {
        var vps = await Running();
        _app.Clock.Advance(TimeSpan.FromMinutes(6));
        hosting.Upstream.Switches.Add("hostinfo", SwitchKind.HideName);
        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).ShouldBeDone();

        var stranger = await Swapped(vps);
        hosting.Upstream.Switches.Add("hostinfo", SwitchKind.HideName);
        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).Code.Should().Be("automation.garbage", "nobody says whose it is");
        ShouldBeUntouched(stranger);
    }

    [Fact]
    public async Task A_machine_whose_name_only_contains_ours_is_a_stranger()
    {
        var vps = await Running();
        var host = hosting.Upstream.Hosts.Single();
        var stranger = await Swapped(vps, name: host.Name + "-copy");

        await StopsAt(stranger, vps, () => _owner.Http.Post($"/api/v1/vps/{vps}/reboot"));
        hosting.Upstream.Switches.Add("hostinfo", SwitchKind.HideName);
        await StopsAt(stranger, vps, () => _owner.Http.Post($"/api/v1/vps/{vps}/reboot"), isFirst: false);
    }

    [Fact]
    public async Task A_swap_between_two_looks_of_one_call_is_noticed_by_the_next()
    {
        var vps = await Running();
        hosting.Upstream.Switches.Add("lock", SwitchKind.Fail, times: 1);
        (await _primary.Http.Post($"{Admin}/{vps}/lock")).Status.Should().Be(HttpStatusCode.BadGateway);
        _app.Clock.Advance(TimeSpan.FromMinutes(6));
        hosting.Upstream.Switches.Add("hostinfo", SwitchKind.GiveToStranger, times: 1);

        (await _primary.Http.Post($"{Admin}/{vps}/lock")).Code.Should().Be("vps.identity_lost");
        hosting.Upstream.Calls.Of("lock").Should().ContainSingle("only the one before the swap");
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Running);
    }

    [Fact]
    public async Task Twenty_calls_at_once_mark_and_tell_once()
    {
        var vps = await Running();
        var stranger = await Swapped(vps);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _owner.Http.Post($"/api/v1/vps/{vps}/reboot")));

        replies.Should().OnlyContain(reply => reply.Code == "vps.identity_lost" || reply.Code == "conflict.lost_race");
        ShouldBeUntouched(stranger);
        await AdminsAreToldOnce(vps);
    }

    /// <summary>The call is refused, reaches nobody and reveals nothing; so is the next one, without a look.</summary>
    private async Task StopsAt(SimulatedHost stranger, long vps, Func<Task<Reply>> call, bool isFirst = true)
    {
        var refused = await call();

        refused.Status.Should().Be(HttpStatusCode.Conflict, refused.Text);
        refused.Code.Should().Be("vps.identity_lost");
        foreach (var secret in (string[])[stranger.Name, stranger.RemoteIp, stranger.OsPassword, stranger.VncPassword, stranger.PanelPassword, stranger.PageToken])
            refused.Text.Should().NotContain(secret);

        ShouldBeUntouched(stranger);
        (await IsLost(vps)).Should().BeTrue();
        if (isFirst)
            await AdminsAreToldOnce(vps);

        var asked = hosting.Upstream.Calls.All.Count;
        (await call()).Code.Should().Be("vps.identity_lost");
        hosting.Upstream.Calls.All.Should().HaveCount(asked, "the mark alone is reason enough");
        await AdminsAreToldOnce(vps);
    }

    private void ShouldBeUntouched(SimulatedHost stranger)
    {
        hosting.Upstream.Hosts.Single(host => host.Id == stranger.Id).Should().BeSameAs(stranger);
        Reached(stranger).Should().BeEmpty();
    }

    private IEnumerable<string> Reached(SimulatedHost stranger) => hosting.Upstream.Calls.All
        .Where(call => !Looks.Contains(call.Action) && Names(call, stranger)).Select(call => call.Action);

    private static bool Names(RecordedCall call, SimulatedHost host) =>
        call.Parameters.GetValueOrDefault("host_id") == $"{host.Id}" || call.Parameters.GetValueOrDefault("host_name") == host.Name;

    private async Task AdminsAreToldOnce(long vps)
    {
        await Eventually.Become(
            async () => await _app.Scalar<long>(
                "select count(*) from notifications where type = 'vps_identity_lost' and user_id = $1 and cause like $2",
                _primary.Id.Value, $"vps:{vps}:%") > 0,
            "the primary admin is told");
        (await _app.Scalar<long>(
            "select max(times) from (select count(*) as times from notifications where cause like $1 group by user_id) as told", $"vps:{vps}:identity_lost:%"))
            .Should().Be(1);
    }

    /// <summary>The upstream loses the VPS's machine; a stranger's runs under its id some time later, and nothing has been asked since.</summary>
    private async Task<SimulatedHost> Swapped(long vps, string? name = null, TimeSpan? after = null)
    {
        var id = long.Parse(await _app.Scalar<string>("select automation_instance_id from vps where id = $1", vps), CultureInfo.InvariantCulture);
        var stranger = hosting.Upstream.Simulator.GiveToStranger(id, name);
        hosting.Upstream.Calls.All.Should().NotBeEmpty();
        hosting.Upstream.Switches.Clear();
        hosting.Upstream.Simulator.ForgetCalls();
        _app.Clock.Advance(after ?? TimeSpan.FromMinutes(6));
        return stranger;
    }

    private async Task<long> Running() => (await hosting.RunningVps(_owner)).Vps;

    private static string? Body(string json) => json.Length > 0 ? json : null;

    private Task<string> AccessOf(long vps) => _app.Scalar<string>("select sealed_access || spec || expire_at from vps where id = $1", vps);

    private Task<bool> IsLost(long vps) => _app.Scalar<bool>("select identity_lost_at is not null from vps where id = $1", vps);

    private Task<bool> OfferDebian() => _app.Work(async services =>
    {
        var images = services.GetRequiredService<ISystemImages>();
        if (await images.FindByImage(Debian, default) is null)
        {
            var image = SystemImage.Create(new SystemImageTerms(Debian, "Debian 12", SystemImageType.Linux, true)).Value;
            image.OfferOn(1);
            await images.Add(image, default);
        }

        return true;
    });
}
