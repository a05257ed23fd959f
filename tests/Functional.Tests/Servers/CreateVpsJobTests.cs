using System.Globalization;
using FluentAssertions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>From an approved order to a VPS, whatever the upstream does on the way.</summary>
public sealed class CreateVpsJobTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private readonly PanelApp _app = hosting.App;

    public Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_approved_order_becomes_a_VPS_of_exactly_what_was_bought()
    {
        var owner = await _app.NewUser();
        var order = await hosting.PlaceOrder(owner);
        await hosting.Approve(order);
        await hosting.Reach(order, "active");

        var host = hosting.Upstream.Hosts.Should().ContainSingle().Subject;
        host.Sizes.Should().Be(new VpsPanel.AutomationSimulator.Hosts.UpstreamVpsSize(3, 4, 50, 20, 30));
        host.Image.Should().Be("Debian 12");
        host.LineId.Should().Be(1);
        host.Name.Should().MatchRegex("^ecs-[0-9a-f]{8}-[0-9]{6,}$");
        host.ExpiresAt.Should().BeCloseTo(_app.Clock.GetUtcNow().UtcDateTime.AddMonths(1), TimeSpan.FromMinutes(5));

        var vps = (await owner.Http.Get($"/api/v1/vps/{await hosting.VpsOf(order)}")).Ok;
        ((string)vps["automation_instance_id"]!).Should().Be(host.Id.ToString(CultureInfo.InvariantCulture));
        ((string)vps["status"]!).Should().Be("running");
        ((decimal)vps["monthly_price"]!).Should().Be(49.90m);
        ((string)vps["access_info"]!["os_password"]!).Should().Be(host.OsPassword);
        ((string)vps["access_info"]!["panel_password"]!).Should().Be(host.PanelPassword);
        ((int)vps["spec"]!["add_cores"]!).Should().Be(1);
        ((DateTimeOffset)vps["spec"]!["current_period_end"]!).Should().BeCloseTo(_app.Clock.GetUtcNow().AddMonths(1), TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData(SwitchKind.LoseReply)]
    [InlineData(SwitchKind.Garbage)]
    [InlineData(SwitchKind.Truncated)]
    [InlineData(SwitchKind.EmptyData)]
    [InlineData(SwitchKind.TextNumbers)]
    public async Task A_VPS_whose_reply_was_spoilt_is_found_and_not_made_again(SwitchKind fault)
    {
        hosting.Upstream.Switches.Add("create_host", fault, times: 1);

        var order = await Approved();
        await hosting.Reach(order, "active");

        hosting.Upstream.Hosts.Should().ContainSingle();
        hosting.Upstream.Calls.Of("create_host").Should().ContainSingle();
    }

    [Theory]
    [InlineData(SwitchKind.Fail)]
    [InlineData(SwitchKind.Http500)]
    public async Task A_refusing_upstream_is_asked_again_until_it_works(SwitchKind fault)
    {
        hosting.Upstream.Switches.Add("create_host", fault, times: 2);

        var order = await Approved();
        await hosting.Reach(order, "active");

        hosting.Upstream.Hosts.Should().ContainSingle();
        hosting.Upstream.Calls.Of("create_host").Should().HaveCount(3);
    }

    [Theory]
    [InlineData(SwitchKind.Garbage)]
    [InlineData(SwitchKind.Truncated)]
    [InlineData(SwitchKind.LoseReply)]
    [InlineData(SwitchKind.Http500)]
    [InlineData(SwitchKind.EmptyData)]
    [InlineData(SwitchKind.CreatingError)]
    public async Task An_upstream_that_stammers_everywhere_ends_with_one_VPS(SwitchKind fault)
    {
        hosting.Upstream.Switches.Add("*", fault, times: 3);

        var order = await Approved();
        await hosting.Reach(order, "active");

        hosting.Upstream.Hosts.Should().ContainSingle();
    }

    [Fact]
    public async Task A_hanging_upstream_is_given_up_and_its_VPS_found_later()
    {
        hosting.Upstream.Switches.Add(new Switch("create_host", SwitchKind.Hang, Times: 1, Milliseconds: 20_000));

        var order = await Approved();
        await hosting.Reach(order, "active");

        hosting.Upstream.Hosts.Should().ContainSingle();
        hosting.Upstream.Calls.Of("create_host").Should().ContainSingle();
    }

    [Fact]
    public async Task A_VPS_that_does_not_come_up_fails_the_order_and_is_reused_by_the_retry()
    {
        hosting.Upstream.Switches.Add("create_host", SwitchKind.FailBoot, times: 1);

        var order = await Approved();
        await hosting.Reach(order, "failed");
        (await _app.Scalar<string>("select failure_reason from order_items where order_id = $1", order.Value)).Should().Contain("state 11");
        (await _app.Scalar<string>("select status from vps where id = $1", await hosting.VpsOf(order))).Should().Be("unknown");

        hosting.Upstream.Simulator.SetState(hosting.Upstream.Hosts.Single().Id, HostState.Running);
        await hosting.Retry(order);
        await hosting.Reach(order, "active");

        hosting.Upstream.Hosts.Should().ContainSingle();
        hosting.Upstream.Calls.Of("create_host").Should().ContainSingle();
    }

    [Fact]
    public async Task A_VPS_that_takes_too_long_times_out_and_the_retry_finds_it()
    {
        hosting.Upstream.Switches.Add(new Switch("create_host", SwitchKind.SlowBoot, Times: 1, Milliseconds: 24 * 3600 * 1000));

        var order = await Approved();
        await Eventually.Become(() => Task.FromResult(hosting.Upstream.Hosts.Count == 1), "the host is there");
        _app.Clock.Advance(TimeSpan.FromMinutes(21));
        await hosting.Reach(order, "failed");
        (await _app.Scalar<string>("select failure_reason from order_items where order_id = $1", order.Value)).Should().Be("timeout");

        hosting.Upstream.Simulator.FinishBoots();
        await hosting.Retry(order);
        await hosting.Reach(order, "active");

        hosting.Upstream.Calls.Of("create_host").Should().ContainSingle();
    }

    [Fact]
    public async Task Many_orders_at_once_get_one_VPS_each()
    {
        var owner = await _app.NewUser();
        var orders = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => hosting.PlaceOrder(owner)));
        await Task.WhenAll(orders.Select(hosting.Approve));

        foreach (var order in orders)
            await hosting.Reach(order, "active");

        hosting.Upstream.Hosts.Should().HaveCount(20);
        hosting.Upstream.Hosts.Select(host => host.Name).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task An_order_of_three_VPS_is_active_when_the_last_one_is()
    {
        var order = await hosting.PlaceOrder(await _app.NewUser(), hosts: 3);
        await hosting.Approve(order);
        await hosting.Reach(order, "active");

        hosting.Upstream.Hosts.Should().HaveCount(3);
        (await _app.Scalar<long>(
            "select count(*) from vps v join order_items i on i.id = v.order_item_id where i.order_id = $1", order.Value))
            .Should().Be(3);
    }

    [Fact]
    public async Task A_VPS_of_our_name_is_adopted_and_of_two_the_older_one()
    {
        hosting.App.Errors.Expect("more than one host named");

        // Nothing can be built until the second VPS is there.
        hosting.Upstream.Switches.Add("hostlist", SwitchKind.Fail);
        var order = await Approved();
        var name = await Eventually.Get<string>(() => NameOf(order), "the host has a name");
        var client = new HttpClient { BaseAddress = new Uri(hosting.Upstream.ApiUrl + "/") };
        client.DefaultRequestHeaders.Add("apikey", hosting.Upstream.ApiKey);
        foreach (var _ in (int[])[1, 2])
        {
            await client.PostAsync(
                $"create_host?line_id=1&os=Debian+12&cpu=1&memory=1&hard_disks=10&bandwidth=5&expire_time=2030-01-01+00:00:00&host_name={name}&sys_pwd=p&vnc_pwd=p",
                null);
        }

        hosting.Upstream.Switches.Clear();
        await hosting.Reach(order, "active");

        hosting.Upstream.Hosts.Should().HaveCount(2);
        (await _app.Scalar<string>("select automation_instance_id from vps where id = $1", await hosting.VpsOf(order)))
            .Should().Be(hosting.Upstream.Hosts.Min(host => host.Id).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_VPS_that_vanishes_at_once_is_not_made_again_by_itself()
    {
        hosting.Upstream.Switches.Add("create_host", SwitchKind.ForgetHost, times: 1);

        var order = await Approved();
        await hosting.Reach(order, "failed");

        hosting.Upstream.Hosts.Should().BeEmpty();
        hosting.Upstream.Calls.Of("create_host").Should().ContainSingle();

        await hosting.Retry(order);
        await hosting.Reach(order, "active");
        hosting.Upstream.Hosts.Should().ContainSingle();
    }

    [Fact]
    public async Task A_dry_run_hands_over_VPS_that_do_not_exist()
    {
        await hosting.Set((AutomationSettings.DryRun, "true"));
        try
        {
            var order = await hosting.PlaceOrder(await _app.NewUser(), hosts: 2);
            await hosting.Approve(order);
            await hosting.Reach(order, "active");
            hosting.Upstream.Calls.All.Should().BeEmpty();
        }
        finally
        {
            await hosting.Set((AutomationSettings.DryRun, "false"));
        }
    }

    [Fact]
    public async Task Neither_passwords_nor_the_key_are_stored_in_the_clear_or_logged()
    {
        var order = await Approved();
        await hosting.Reach(order, "active");

        var host = hosting.Upstream.Hosts.Single();
        foreach (var secret in (string[])[host.OsPassword, host.VncPassword, host.PanelPassword, hosting.Upstream.ApiKey])
        {
            var stored = await _app.Scalar<long>(
                """
                select (select count(*) from vps where sealed_access like $1 or spec like $1)
                     + (select count(*) from settings where value like $1)
                     + (select count(*) from automation_logs where request_json like $1 or response_json like $1 or message like $1)
                """,
                $"%{secret}%");
            stored.Should().Be(0);
        }
    }

    private async Task<string?> NameOf(VpsPanel.Domain.Common.OrderId order) =>
        await _app.Scalar<long>("select count(*) from provision_jobs where order_id = $1", order.Value) == 0
            ? null
            : await _app.Scalar<string>("select name from vps where id = $1", await hosting.VpsOf(order));

    private async Task<VpsPanel.Domain.Common.OrderId> Approved()
    {
        var order = await hosting.PlaceOrder(await _app.NewUser());
        await hosting.Approve(order);
        return order;
    }
}
