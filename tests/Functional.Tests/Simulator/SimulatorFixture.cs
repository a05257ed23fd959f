using VpsPanel.AutomationSimulator;
using Xunit;

namespace VpsPanel.Functional.Tests.Simulator;

/// <summary>A simulator of its own for every test, with a clock that only the test moves.</summary>
public abstract class SimulatorFixture : IAsyncLifetime
{
    protected const string Key = "key-of-the-tests";

    protected ClockByHand Clock { get; } = new();

    protected AutomationSimulatorHost Host { get; private set; } = null!;

    protected SimulatorClient Client { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Host = await AutomationSimulatorHost.Start(new SimulatorOptions
        {
            ApiKey = Key,
            BootDelay = TimeSpan.FromSeconds(30),
            Clock = Clock,
        });
        Client = new SimulatorClient(Host.ApiUrl, Key);
    }

    public virtual async Task DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }

    protected async Task<long> RunningHost(string name = "ecs-1", int line = 1)
    {
        var created = await Client.Create(name, line);
        Host.Simulator.FinishBoots();
        return (long)(created["data"]?["host_id"] ?? throw new InvalidOperationException(created.ToJsonString()));
    }

    protected async Task<int> State(long id) => (int)(await Client.Info(id))["data"]!["state"]!;
}
