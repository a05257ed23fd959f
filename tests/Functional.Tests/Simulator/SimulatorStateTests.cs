using FluentAssertions;
using VpsPanel.AutomationSimulator;
using VpsPanel.AutomationSimulator.Hosts;
using Xunit;

namespace VpsPanel.Functional.Tests.Simulator;

public sealed class SimulatorStateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simulator-").FullName;
    private readonly ClockByHand _clock = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Hosts_and_a_boot_under_way_survive_a_restart()
    {
        await using (var first = await Start())
        {
            using var client = new SimulatorClient(first.ApiUrl, first.ApiKey);
            await client.Create("ecs-1", line: 4);
            await client.Post("snapshot_add", ("host_id", first.Hosts.Single().Id));
        }

        await using var second = await Start();
        second.Hosts.Single().State.Should().Be(HostState.Creating);
        second.Hosts.Single().Snapshots.Should().ContainSingle();
        _clock.Advance(TimeSpan.FromSeconds(5));
        second.Hosts.Single().State.Should().Be(HostState.Running);
    }

    [Fact]
    public async Task A_half_written_draft_of_a_killed_process_does_no_harm()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "automation.json.new"), "{\"last_id\":");

        await using var host = await Start();

        host.Hosts.Should().BeEmpty();
    }

    [Fact]
    public async Task A_damaged_state_file_is_reported_and_left_alone()
    {
        var path = Path.Combine(_folder, "automation.json");
        await File.WriteAllTextAsync(path, "{\"last_id\":");

        var start = Start;

        await start.Should().ThrowAsync<BrokenStateException>().WithMessage($"*{path}*");
        File.Exists(path).Should().BeTrue();
    }

    private Task<AutomationSimulatorHost> Start() => AutomationSimulatorHost.Start(new SimulatorOptions
    {
        DataFolder = _folder,
        BootDelay = TimeSpan.FromSeconds(5),
        Clock = _clock,
    });
}
