using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Protocol;
using VpsPanel.AutomationSimulator.Switches;

namespace VpsPanel.AutomationSimulator;

/// <summary>The upstream itself, without HTTP: its hosts, its fault switches and what it was asked. Thread-safe.</summary>
public sealed class Simulator
{
    private readonly Lock _gate = new();
    private readonly HostPool _pool;

    public Simulator(SimulatorOptions options)
    {
        Options = options;
        _pool = new HostPool(StateFile.In(options.DataFolder), options.Clock, options.Offer);
    }

    public SimulatorOptions Options { get; }

    public SwitchBoard Switches { get; } = new();

    public CallLog Calls { get; } = new();

    /// <summary>Copies of all hosts as they stand now, oldest first.</summary>
    public IReadOnlyList<SimulatedHost> Hosts
    {
        get { lock (_gate) return _pool.All(); }
    }

    public SimulatedHost? FindHost(long id)
    {
        lock (_gate) return _pool.Find(id);
    }

    /// <summary>Puts a host into a state behind the panel's back, as an operator of the upstream could.</summary>
    public void SetState(long id, HostState state)
    {
        lock (_gate)
        {
            var host = _pool.Find(id) ?? throw new ArgumentException($"There is no host {id}.", nameof(id));
            _pool.Replace(host.Settled(state));
        }
    }

    public void ForgetCalls() => Calls.Clear();

    /// <summary>Loses a host, as an upstream that was restored from an older backup does.</summary>
    public void Forget(long id)
    {
        lock (_gate) _pool.Remove(id);
    }

    /// <summary>Loses a host and gives its id to somebody else's, which runs under another name with secrets of its own.</summary>
    public SimulatedHost GiveToStranger(long id, string? name = null)
    {
        lock (_gate) return _pool.GiveToStranger(id, name);
    }

    /// <summary>Gives a host another id, as an upstream that was rebuilt does.</summary>
    public SimulatedHost MoveTo(long id, long newId)
    {
        lock (_gate)
        {
            var host = _pool.Find(id) ?? throw new ArgumentException($"There is no host {id}.", nameof(id));
            _pool.Remove(id);
            _pool.Replace(host with { Id = newId });
            return host with { Id = newId };
        }
    }

    /// <summary>Ends every boot and reinstall that is under way, whatever the clock says.</summary>
    public void FinishBoots()
    {
        lock (_gate)
        {
            foreach (var host in _pool.All())
                if (host.Pending is { } pending) _pool.Replace(host.Settled(pending.State));
        }
    }

    /// <summary>Forgets hosts, calls and switches. Ids go on counting, so that an old id never names a new host.</summary>
    public void Reset()
    {
        lock (_gate) _pool.Clear();
        Switches.Clear();
        Calls.Clear();
    }

    internal ApiResult Answer(CallRequest request)
    {
        lock (_gate)
        {
            var answer = VpsPanel.AutomationSimulator.Protocol.ApiResult.To(request, this, _pool);
            Calls.Add(request, answer, Options.Clock.GetUtcNow());
            return answer;
        }
    }
}
