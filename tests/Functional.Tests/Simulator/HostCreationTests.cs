using FluentAssertions;
using VpsPanel.AutomationSimulator.Hosts;
using Xunit;

namespace VpsPanel.Functional.Tests.Simulator;

public sealed class HostCreationTests : SimulatorFixture
{
    [Fact]
    public async Task A_new_host_is_creating_until_the_boot_delay_has_passed()
    {
        var id = (long)(await Client.Create("ecs-1"))["data"]!["host_id"]!;

        (await State(id)).Should().Be(1);
        Clock.Advance(TimeSpan.FromSeconds(29));
        (await State(id)).Should().Be(1);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await State(id)).Should().Be(2);
    }

    [Fact]
    public async Task A_host_reports_what_it_was_created_with()
    {
        var id = await RunningHost("ecs-1");

        var data = (await Client.Info(id))["data"]!;

        ((string)data["host_name"]!).Should().Be("ecs-1");
        ((int)data["memory"]!).Should().Be(4);
        ((int)data["hard_disks"]!).Should().Be(50);
        ((string)data["os_password"]!).Should().Be("Sys-pass-1");
        ((string)data["vnc_password"]!).Should().Be("vncpass1");
        ((string)data["end_time"]!).Should().Be("2026-04-01");
    }

    [Theory]
    [InlineData(1, "Plan 9")]
    [InlineData(5, "Debian 12")]
    [InlineData(99, "Debian 12")]
    public async Task An_unknown_image_and_a_closed_or_unknown_line_are_refused_without_data(int line, string image)
    {
        var reply = await Client.Create("ecs-1", line, image);

        ((int)reply["code"]!).Should().Be(-1);
        reply.ContainsKey("data").Should().BeFalse();
        Host.Hosts.Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_name_twice_makes_two_hosts_and_a_search_finds_both()
    {
        await Client.Create("ecs-1");
        await Client.Create("ecs-1");
        await Client.Create("ecs-12");

        var found = (await Client.Get("hostlist", ("limit", 50), ("pages", 1), ("search_tag", "ecs-1")))["data"]!.AsArray();

        found.Select(row => (string)row!["host_name"]!).Should().Equal("ecs-12", "ecs-1", "ecs-1");
        Host.Hosts.Count(host => host.Name == "ecs-1").Should().Be(2);
    }

    [Fact]
    public async Task Parameters_in_a_form_are_not_seen_by_a_call_that_reads_the_query()
    {
        var reply = await Client.Post("create_host", ("line_id", 1), ("os", "Debian 12"));

        ((int)reply["code"]!).Should().Be(-1);
    }

    [Fact]
    public async Task A_host_of_the_shared_line_has_a_name_and_a_port_as_address()
    {
        var id = await RunningHost(line: 4);

        Host.Hosts.Single(host => host.Id == id).RemoteIp.Should().MatchRegex(@"^nat4\.[a-z.]+:\d+$");
    }

    [Fact]
    public async Task An_operator_can_change_a_state_behind_the_panel()
    {
        var id = await RunningHost();

        Host.Simulator.SetState(id, HostState.Unknown);

        (await State(id)).Should().Be(0);
    }
}
