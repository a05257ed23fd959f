using System.Net;
using System.Text.Json;
using FluentAssertions;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Simulator;

public sealed class FaultTests : SimulatorFixture
{
    [Fact]
    public async Task A_counted_failure_strikes_that_often_and_has_no_effect()
    {
        Host.Switches.Set(new Switch("create_host", SwitchKind.Fail, Times: 2, Message: "no capacity"));

        ((string)(await Client.Create("ecs-1"))["msg"]!).Should().Be("no capacity");
        ((int)(await Client.Create("ecs-1"))["code"]!).Should().Be(0);
        ((int)(await Client.Create("ecs-1"))["code"]!).Should().Be(1);
        Host.Hosts.Should().ContainSingle();
    }

    [Fact]
    public async Task A_fault_for_every_call_lasts_until_it_is_cleared()
    {
        Host.Switches.Add("*", SwitchKind.Fail);

        ((int)(await Client.Get("line"))["code"]!).Should().Be(0);
        ((int)(await Client.Get("area_list"))["code"]!).Should().Be(0);
        Host.Switches.Clear();
        ((int)(await Client.Get("line"))["code"]!).Should().Be(1);
    }

    [Fact]
    public async Task A_lost_reply_still_leaves_the_host_behind()
    {
        Host.Switches.Add("create_host", SwitchKind.LoseReply, times: 1);

        var create = () => Client.Create("ecs-1");

        await create.Should().ThrowAsync<HttpRequestException>();
        Host.Hosts.Should().ContainSingle();
    }

    [Fact]
    public async Task A_caller_that_gives_up_on_a_held_reply_has_made_the_host()
    {
        Host.Switches.Set(new Switch("create_host", SwitchKind.Hang, Milliseconds: 60_000));
        using var patience = new CancellationTokenSource();
        var address = $"{Host.ApiUrl}/create_host?line_id=1&os=Debian+12&cpu=1&memory=1&hard_disks=10&bandwidth=5"
            + "&expire_time=2026-04-01+12:00:00&host_name=ecs-1&sys_pwd=x";

        var create = Client.Send(new HttpRequestMessage(HttpMethod.Post, address), patience.Token);
        await Eventually.Become(() => Task.FromResult(Host.Hosts.Count == 1), "the host is made");
        create.IsCompleted.Should().BeFalse();
        await patience.CancelAsync();

        await FluentActions.Awaiting(() => create).Should().ThrowAsync<OperationCanceledException>();
        Host.Hosts.Should().ContainSingle();
    }

    [Fact]
    public async Task An_error_page_has_status_500_and_no_effect()
    {
        Host.Switches.Add("create_host", SwitchKind.Http500);

        using var response = await Client.Send(new HttpRequestMessage(HttpMethod.Post, $"{Host.ApiUrl}/create_host"));

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        Host.Hosts.Should().BeEmpty();
    }

    [Theory]
    [InlineData(SwitchKind.Garbage)]
    [InlineData(SwitchKind.Truncated)]
    public async Task A_mangled_reply_is_status_200_without_valid_json(SwitchKind kind)
    {
        Host.Switches.Add("line", kind);

        var read = () => Client.Get("line");

        await read.Should().ThrowAsync<JsonException>();
    }

    [Fact]
    public async Task Empty_data_is_a_success_that_names_no_host()
    {
        Host.Switches.Add("create_host", SwitchKind.EmptyData);

        var reply = await Client.Create("ecs-1");

        ((int)reply["code"]!).Should().Be(1);
        ((string)reply["data"]!).Should().BeEmpty();
        Host.Hosts.Should().ContainSingle();
    }

    [Fact]
    public async Task Numbers_can_come_as_text_and_the_new_id_under_its_short_name()
    {
        Host.Switches.Add("*", SwitchKind.TextNumbers);

        var id = (string)(await Client.Create("ecs-1"))["data"]!["id"]!;

        ((string)(await Client.Info(long.Parse(id)))["data"]!["cpu"]!).Should().Be("2");
    }

    [Fact]
    public async Task A_forgotten_host_is_unknown_afterwards()
    {
        Host.Switches.Add("create_host", SwitchKind.ForgetHost, times: 1);

        var id = (long)(await Client.Create("ecs-1"))["data"]!["host_id"]!;

        ((int)(await Client.Info(id))["code"]!).Should().Be(0);
        Host.Hosts.Should().BeEmpty();
    }

    [Fact]
    public async Task A_failed_boot_ends_in_11_and_a_failed_reinstall_in_5()
    {
        var healthy = await RunningHost("ecs-1");
        Host.Switches.Add("*", SwitchKind.FailBoot);

        var broken = await RunningHost("ecs-2");
        await Client.Post("reset_os", ("host_id", healthy), ("template_id", 102), ("password", "New-pass-1"));
        Clock.Advance(TimeSpan.FromMinutes(1));

        (await State(broken)).Should().Be(11);
        (await State(healthy)).Should().Be(5);
    }

    [Fact]
    public async Task A_slow_boot_takes_its_own_time()
    {
        Host.Switches.Set(new Switch("create_host", SwitchKind.SlowBoot, Milliseconds: 3_600_000));
        var id = (long)(await Client.Create("ecs-1"))["data"]!["host_id"]!;

        Clock.Advance(TimeSpan.FromMinutes(59));
        (await State(id)).Should().Be(1);
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await State(id)).Should().Be(2);
    }

    [Fact]
    public async Task The_still_creating_error_strikes_hostinfo_alone()
    {
        var id = await RunningHost();
        Host.Switches.Add("*", SwitchKind.CreatingError, times: 1);

        ((int)(await Client.Get("line"))["code"]!).Should().Be(1);
        ((string)(await Client.Info(id))["msg"]!).Should().Contain("创建中");
        (await State(id)).Should().Be(2);
    }
}
