using System.Globalization;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Infrastructure.Persistence;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>Every call of the protocol against the simulator over HTTP, and every way in which it can go wrong.</summary>
public sealed class AutomationClientTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private readonly IAutomation _automation = hosting.App.Services.GetRequiredService<IAutomation>();
    private readonly IUpstreamCatalog _catalog = hosting.App.Services.GetRequiredService<IUpstreamCatalog>();

    public Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_call_inside_a_transaction_is_a_mistake_of_ours_and_reaches_nobody()
    {
        await using var scope = hosting.App.Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<EfUnitOfWork>();
        CurrentWork.Enter(work);
        (await _automation.ListVps("", 1, default)).IsSuccess.Should().BeTrue("nothing is open yet");

        await work.Begin(default);
        var call = () => _automation.ListVps("", 1, default);

        await call.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_VPS_lives_through_all_its_calls()
    {
        var id = await NewHost();
        (await _automation.Look(id.Id, default)).Value.Should()
            .Match<UpstreamVps>(host => host.Name == "ecs-1" && host.State == 2 && host.MemoryGb == 4);
        (await _automation.Power(id, PowerMove.Shutdown, default)).IsSuccess.Should().BeTrue();
        (await _automation.Look(id.Id, default)).Value.State.Should().Be(3);
        (await _automation.Power(id, PowerMove.Start, default)).IsSuccess.Should().BeTrue();
        (await _automation.Power(id, PowerMove.Reboot, default)).IsSuccess.Should().BeTrue();
        (await _automation.Lock(id, default)).IsSuccess.Should().BeTrue();
        (await _automation.Look(id.Id, default)).Value.State.Should().Be(10);
        (await _automation.Unlock(id, default)).IsSuccess.Should().BeTrue();
        (await _automation.Resize(id, new UpstreamVpsSize(4, null, null, 50, null), default)).IsSuccess.Should().BeTrue();
        (await _automation.Look(id.Id, default)).Value.Should()
            .Match<UpstreamVps>(host => host.Cpu == 4 && host.BandwidthMbps == 50 && host.DiskGb == 50);
        (await _automation.Renew(id, new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero), default)).IsSuccess.Should().BeTrue();
        hosting.Upstream.Hosts.Single().ExpiresAt.Should().Be(new DateTime(2031, 5, 6, 7, 8, 9));
        (await _automation.Look(id.Id, default)).Value.EndDate.Should().Be(new DateOnly(2031, 5, 6));
        (await _automation.ResetPassword(id, "n3w & strange=pass", default)).IsSuccess.Should().BeTrue();
        (await _automation.Look(id.Id, default)).Value.Access.OsPassword.Should().Be("n3w & strange=pass");
        (await _automation.ResetOs(id, 101, "other", default)).IsSuccess.Should().BeTrue();
        hosting.Upstream.Hosts.Single().Image.Should().Be("Ubuntu 22.04");
        (await _automation.Delete(id, default)).IsSuccess.Should().BeTrue();
        (await _automation.Look(id.Id, default)).Error!.Code.Should().Be("automation.failed");
    }

    [Theory]
    [InlineData(SnapshotKind.Snapshot)]
    [InlineData(SnapshotKind.Backup)]
    public async Task Copies_are_made_listed_restored_and_deleted(SnapshotKind kind)
    {
        var id = await NewHost();
        (await _automation.CreateSnapshot(id, kind, default)).IsSuccess.Should().BeTrue();
        var copy = JsonNode.Parse((await _automation.ListSnapshots(id, kind, default)).Value.Text)!.AsArray().Should()
            .ContainSingle().Subject!;
        (await _automation.RestoreSnapshot(id, kind, copy["id"]!.ToString(), default)).IsSuccess.Should().BeTrue();
        (await _automation.DeleteSnapshot(id, kind, copy["id"]!.ToString(), default)).IsSuccess.Should().BeTrue();
        (await _automation.ListSnapshots(id, kind, default)).Value.Text.Should().Be("[]");
    }

    [Fact]
    public async Task Rules_and_ports_are_made_listed_and_deleted()
    {
        var id = await NewHost();
        (await _automation.AddFirewallRule(id, new FirewallRule("in", "tcp", "accept", "22", "0.0.0.0/0"), default)).IsSuccess.Should()
            .BeTrue();
        var rule = JsonNode.Parse((await _automation.ListFirewallRules(id, default)).Value.Text)![0]!;
        (await _automation.DeleteFirewallRule(id, rule["id"]!.ToString(), default)).IsSuccess.Should().BeTrue();

        var free = (await _automation.FindPorts(id, "10", default)).Value;
        free.Should().NotBeEmpty().And.OnlyContain(port => port.ToString(CultureInfo.InvariantCulture).Contains("10"));
        (await _automation.AddPort(
            id, new PortMapping("ssh", free[0].ToString(CultureInfo.InvariantCulture), 22), default)).IsSuccess.Should().BeTrue();
        var mapping = JsonNode.Parse((await _automation.ListPorts(id, default)).Value.Text)![0]!;
        ((int)mapping["dport"]!).Should().Be(22);
        (await _automation.DeletePort(id, mapping["id"]!.ToString(), default)).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public async Task Pages_come_as_absolute_addresses()
    {
        var id = await NewHost();
        var host = (await _automation.Look(id.Id, default)).Value;
        (await _automation.PanelAddress(id, host.Access.PanelPassword, default)).Value.AbsoluteUri.Should()
            .StartWith(hosting.Upstream.BaseUrl);
        (await _automation.VncAddress(id, default)).Value.AbsoluteUri.Should().StartWith(hosting.Upstream.BaseUrl);
        (await _automation.PanelAddress(id, "wrong", default)).Error!.Code.Should().Be("automation.failed");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Load_is_read_in_both_of_its_shapes(int line)
    {
        var id = await NewHost(line);
        var load = (await _automation.Monitor(id, default)).Value;
        load.Storage.Should().BeInRange(21, 22);
        load.Cpu.Should().BeInRange(0, 100);
    }

    [Fact]
    public async Task The_catalog_is_read_whole()
    {
        (await _catalog.Areas(default)).Value.Should().Contain(new UpstreamArea(1, "Hong Kong", true)).And.HaveCount(2);
        (await _catalog.Lines(default)).Value.Select(line => line.Name).Should()
            .Equal("Hong Kong Premium", "Hong Kong Standard", "Hong Kong NAT", "Frankfurt Standard");
        (await _catalog.Products(1, default)).Value.Should()
            .Contain(new UpstreamProduct(12, "Premium M", 2, 4, 50, 20, 30, 4990)).And.HaveCount(3);
        (await _catalog.Images(1, default)).Value.Should().Contain(new UpstreamImage(103, "Windows Server 2022", "windows"));
    }

    [Theory]
    [InlineData(SwitchKind.Fail, "automation.failed")]
    [InlineData(SwitchKind.Garbage, "automation.garbage")]
    [InlineData(SwitchKind.Truncated, "automation.garbage")]
    [InlineData(SwitchKind.EmptyData, "automation.garbage")]
    [InlineData(SwitchKind.Http500, "automation.garbage")]
    [InlineData(SwitchKind.LoseReply, "automation.lost_reply")]
    [InlineData(SwitchKind.Hang, "automation.timeout")]
    [InlineData(SwitchKind.ForgetHost, "automation.failed")]
    public async Task A_spoilt_reply_has_its_name(SwitchKind fault, string code)
    {
        var id = await NewHost();
        hosting.Upstream.Switches.Add("hostinfo", fault, times: 1);

        (await _automation.Look(id.Id, default)).Error!.Code.Should().Be(code);
    }

    [Fact]
    public async Task Numbers_may_be_text_and_a_VPS_in_the_making_is_state_0()
    {
        var id = await NewHost();
        hosting.Upstream.Switches.Add("hostinfo", SwitchKind.TextNumbers, times: 1);
        (await _automation.Look(id.Id, default)).Value.Should().Match<UpstreamVps>(host => host.Id == id.Id && host.State == 2 && host.Cpu == 2);

        hosting.Upstream.Switches.Add("hostinfo", SwitchKind.CreatingError, times: 1);
        (await _automation.Look(id.Id, default)).Value.State.Should().Be(0);
    }

    [Fact]
    public async Task Only_reads_are_repeated()
    {
        var id = await NewHost();
        await hosting.Set((AutomationSettings.Retry, "2"));
        try
        {
            hosting.Upstream.Switches.Add("hostinfo", SwitchKind.LoseReply, times: 2);
            (await _automation.Look(id.Id, default)).IsSuccess.Should().BeTrue();

            hosting.Upstream.Switches.Add("reboot", SwitchKind.LoseReply, times: 1);
            (await _automation.Power(id, PowerMove.Reboot, default)).Error!.Code.Should().Be("automation.lost_reply");
            hosting.Upstream.Calls.Of("reboot").Should().ContainSingle();
        }
        finally
        {
            await hosting.Set((AutomationSettings.Retry, "0"));
        }
    }

    [Fact]
    public async Task The_upstreams_words_come_without_secrets()
    {
        var id = await NewHost();
        hosting.Upstream.Switches.Add(
            new Switch("reset_password", SwitchKind.Fail, 1, Message: $"bad password hunter2 for key {hosting.Upstream.ApiKey}"));

        var refused = await _automation.ResetPassword(id, "hunter2", default);

        refused.Error!.Message.Should().Be("automation error: bad password *** for key ***");
    }

    [Fact]
    public async Task While_debugging_every_exchange_is_kept_without_secrets()
    {
        await hosting.Set((VpsPanel.Application.Platform.Logs.DebugSettings.Enabled, "true"));
        var id = await NewHost();
        await _automation.Look(id.Id, default);
        await hosting.Set((VpsPanel.Application.Platform.Logs.DebugSettings.Enabled, "false"));

        (await hosting.App.Scalar<long>(
            "select count(*) from automation_logs where action in ('POST /create_host', 'POST /hostinfo') and success and response_json like '%duration_ms%'"))
            .Should().Be(2);
        foreach (var secret in (string[])["sys&pass=1", "sys%26pass", hosting.Upstream.ApiKey, hosting.Upstream.Hosts.Single().PanelPassword])
        {
            (await hosting.App.Scalar<long>(
                "select count(*) from automation_logs where concat(request_json, response_json, message) like $1", $"%{secret}%"))
                .Should().Be(0, secret);
        }
    }

    [Fact]
    public async Task Without_an_account_and_when_switched_off_nothing_is_called()
    {
        await hosting.Set((AutomationSettings.Enabled, "false"));
        (await _catalog.Areas(default)).Error!.Code.Should().Be("automation.disabled");
        await hosting.Set((AutomationSettings.Enabled, "true"), (AutomationSettings.BaseUrl, ""));
        (await _catalog.Areas(default)).Error!.Code.Should().Be("automation.disabled");
        await hosting.Set((AutomationSettings.BaseUrl, "http://127.0.0.1:1"));
        (await _catalog.Areas(default)).Error!.Code.Should().Be("automation.unreachable");
        await hosting.Set((AutomationSettings.BaseUrl, hosting.Upstream.BaseUrl));
        (await _catalog.Areas(default)).IsSuccess.Should().BeTrue();
    }

    private async Task<VerifiedMachine> NewHost(int line = 1)
    {
        var created = await _automation.CreateVps(
            new NewUpstreamVps(
                "ecs-1", line, "Debian 12", new UpstreamVpsSize(2, 4, 50, 20, 10), hosting.App.Clock.GetUtcNow().AddMonths(1), "sys&pass=1",
                "vnc"),
            default);
        return new VerifiedMachine(created.Value!, "ecs-1", null, hosting.App.Clock.GetUtcNow());
    }
}
