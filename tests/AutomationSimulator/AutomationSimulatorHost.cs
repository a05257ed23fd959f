using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using VpsPanel.AutomationSimulator.Control;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Kernels;
using VpsPanel.AutomationSimulator.Pages;
using VpsPanel.AutomationSimulator.Protocol;
using VpsPanel.AutomationSimulator.Switches;

namespace VpsPanel.AutomationSimulator;

/// <summary>The simulator behind a real HTTP listener. Dispose to stop it; the state file, if any, stays.</summary>
public sealed class AutomationSimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AutomationSimulatorHost(WebApplication app, Simulator simulator)
    {
        _app = app;
        Simulator = simulator;
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        BaseUrl = addresses.Addresses.First();
    }

    /// <summary>Origin only, as an operator would enter it; see <see cref="ApiUrl"/> for the calls.</summary>
    public string BaseUrl { get; }

    /// <summary>Address of the calls, without a slash at the end.</summary>
    public string ApiUrl => BaseUrl + ProtocolEndpoint.Root;

    /// <summary>Address of the nodes' control plane.</summary>
    public string KernelUrl => BaseUrl + "/kernels";

    public string ApiKey => Simulator.Options.ApiKey;

    public Simulator Simulator { get; }

    public SwitchBoard Switches => Simulator.Switches;

    public CallLog Calls => Simulator.Calls;

    public IReadOnlyList<SimulatedHost> Hosts => Simulator.Hosts;

    public static async Task<AutomationSimulatorHost> Start(SimulatorOptions? options = null, CancellationToken ct = default)
    {
        options ??= new SimulatorOptions();
        var simulator = new Simulator(options);

        // An empty builder: the settings and environment of a test process must not leak in here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(options.Url);
        builder.Services.AddRoutingCore();
        if (options.LogToConsole) builder.Logging.AddSimpleConsole(line => line.SingleLine = true);

        // The framework logs whole addresses, and create_host carries its passwords in there.
        builder.Logging.AddFilter("Microsoft", LogLevel.None);

        var app = builder.Build();
        ProtocolEndpoint.Map(app, simulator);
        PageEndpoints.Map(app, simulator);
        ControlEndpoints.Map(app, simulator);
        KernelEndpoints.Map(app);
        try
        {
            await app.StartAsync(ct);
            return new AutomationSimulatorHost(app, simulator);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    internal Task WaitForShutdown() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
