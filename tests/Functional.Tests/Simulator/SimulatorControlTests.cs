using System.Net;
using FluentAssertions;
using VpsPanel.AutomationSimulator.Switches;
using Xunit;

namespace VpsPanel.Functional.Tests.Simulator;

public sealed class SimulatorControlTests : SimulatorFixture
{
    private HttpClient _control = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _control = new HttpClient { BaseAddress = new Uri(Host.BaseUrl + "/_simulator/") };
    }

    public override async Task DisposeAsync()
    {
        _control.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_wrong_key_is_refused_in_json_and_uses_no_fault_up()
    {
        Host.Switches.Add("line", SwitchKind.Http500, times: 1);
        using var stranger = new SimulatorClient(Host.ApiUrl, "wrong");

        ((int)(await stranger.Get("line"))["code"]!).Should().Be(0);
        Host.Switches.On.Should().ContainSingle();
    }

    [Fact]
    public async Task The_panel_call_asks_for_no_key()
    {
        await RunningHost("ecs-1");
        using var stranger = new SimulatorClient(Host.ApiUrl, "wrong");

        using var reply = await stranger.Send(
            stranger.Form("panel", ("host_name", "ecs-1"), ("panel_password", Host.Hosts.Single().PanelPassword)));

        reply.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Calls_are_recorded_without_their_passwords()
    {
        await Client.Create("ecs-1");

        var text = await _control.GetStringAsync("calls");

        text.Should().Contain("create_host").And.Contain("\"sys_pwd\":\"***\"").And.NotContain("Sys-pass-1").And.NotContain("vncpass1");
        Host.Calls.Of("create_host").Should().ContainSingle().Which.Outcome.Should().Be("ok");
    }

    [Fact]
    public async Task Only_the_last_thousand_calls_are_kept()
    {
        for (var i = 0; i < 1001; i++) await Client.Get("area_list");

        Host.Calls.All.Should().HaveCount(1000);
    }

    [Fact]
    public async Task Hosts_are_shown_without_their_passwords()
    {
        await RunningHost("ecs-1");

        var text = await _control.GetStringAsync("hosts");

        text.Should().Contain("ecs-1").And.NotContain("Sys-pass-1").And.NotContain(Host.Hosts.Single().PageToken);
    }

    [Fact]
    public async Task Faults_are_set_and_read_over_http()
    {
        using var body = new StringContent("""
            {"switches":[{"action":"renew","kind":"lose_reply","times":1},{"action":"*","kind":"http_500"}]}
            """);

        using var put = await _control.PutAsync("switches", body);

        put.StatusCode.Should().Be(HttpStatusCode.OK);
        Host.Switches.On.Select(one => one.Kind).Should().Equal(SwitchKind.LoseReply, SwitchKind.Http500);
        (await _control.GetStringAsync("switches")).Should().Contain("\"kind\":\"http_500\"");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"switches":[null]}""")]
    [InlineData("""{"switches":[{"kind":"fail"}]}""")]
    [InlineData("""{"switches":[{"action":"renew","kind":"hang","milliseconds":-1}]}""")]
    [InlineData("""{"switches":[{"action":"renw","kind":"fail"}]}""")]
    [InlineData("""{"switches":[{"action":"renew","kind":"explode"}]}""")]
    public async Task A_fault_that_makes_no_sense_is_a_400_and_changes_nothing(string body)
    {
        Host.Switches.Add("line", SwitchKind.Fail);

        using var put = await _control.PutAsync("switches", new StringContent(body));

        put.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        Host.Switches.On.Should().ContainSingle();
    }

    [Fact]
    public async Task A_reset_forgets_everything_but_never_reuses_an_id()
    {
        var before = await RunningHost();
        Host.Switches.Add("line", SwitchKind.Fail);

        using var reply = await _control.PostAsync("reset", null);

        reply.StatusCode.Should().Be(HttpStatusCode.NoContent);
        Host.Hosts.Should().BeEmpty();
        Host.Switches.On.Should().BeEmpty();
        Host.Calls.All.Should().BeEmpty();
        (await RunningHost()).Should().BeGreaterThan(before);
    }
}
