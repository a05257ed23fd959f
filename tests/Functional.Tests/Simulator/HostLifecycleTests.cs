using FluentAssertions;
using Xunit;

namespace VpsPanel.Functional.Tests.Simulator;

public sealed class HostLifecycleTests : SimulatorFixture
{
    [Fact]
    public async Task Shutdown_start_and_lock_change_the_state_that_hostinfo_tells()
    {
        var id = await RunningHost();

        await Succeed("shutdown", id);
        (await State(id)).Should().Be(3);
        await Succeed("start", id);
        (await State(id)).Should().Be(2);
        await Succeed("lock", id);
        (await State(id)).Should().Be(10);
    }

    [Fact]
    public async Task Unlocking_brings_back_the_state_before_the_lock()
    {
        var id = await RunningHost();
        await Succeed("shutdown", id);
        await Succeed("lock", id);

        await Succeed("unlock", id);

        (await State(id)).Should().Be(3);
    }

    [Fact]
    public async Task A_renewal_moves_the_end_and_unlocks()
    {
        var id = await RunningHost();
        await Succeed("lock", id);

        await Succeed("renew", id, ("nextduedate", "2026-05-01 12:00:00"));

        var data = (await Client.Info(id))["data"]!;
        ((string)data["end_time"]!).Should().Be("2026-05-01");
        ((int)data["state"]!).Should().Be(2);
    }

    [Fact]
    public async Task A_reinstall_is_under_way_until_the_delay_has_passed()
    {
        var id = await RunningHost();

        await Succeed("reset_os", id, ("template_id", 101), ("password", "New-pass-1"));

        (await State(id)).Should().Be(4);
        Clock.Advance(TimeSpan.FromSeconds(30));
        (await State(id)).Should().Be(2);
        Host.Hosts.Single().Image.Should().Be("Ubuntu 22.04");
        Host.Hosts.Single().OsPassword.Should().Be("New-pass-1");
    }

    [Theory]
    [InlineData("start")]
    [InlineData("shutdown")]
    [InlineData("reboot")]
    public async Task A_locked_host_refuses_power_calls(string action)
    {
        var id = await RunningHost();
        await Succeed("lock", id);

        ((int)(await Client.Post(action, ("host_id", id)))["code"]!).Should().Be(0);
        (await State(id)).Should().Be(10);
    }

    [Fact]
    public async Task A_resize_changes_only_the_sizes_that_are_named()
    {
        var id = await RunningHost();

        var reply = await Client.PostQuery("elastic_update", ("host_id", id), ("cpu", 8));

        ((int)reply["code"]!).Should().Be(1);
        Host.Hosts.Single().Sizes.Cpu.Should().Be(8);
        Host.Hosts.Single().Sizes.Memory.Should().Be(4);
    }

    [Fact]
    public async Task A_new_password_is_told_by_hostinfo()
    {
        var id = await RunningHost();

        await Succeed("reset_password", id, ("password", "Other-pass-2"));

        ((string)(await Client.Info(id))["data"]!["os_password"]!).Should().Be("Other-pass-2");
    }

    [Fact]
    public async Task A_deleted_host_is_gone_for_every_call()
    {
        var id = await RunningHost();

        await Succeed("delete", id);

        ((int)(await Client.Info(id))["code"]!).Should().Be(0);
        ((int)(await Client.Post("delete", ("host_id", id)))["code"]!).Should().Be(0);
    }

    private async Task Succeed(string action, long id, params (string, object)[] more)
    {
        var reply = await Client.Post(action, [("host_id", id), .. more]);
        ((int)reply["code"]!).Should().Be(1, "{0} answered {1}", action, reply.ToJsonString());
    }
}
