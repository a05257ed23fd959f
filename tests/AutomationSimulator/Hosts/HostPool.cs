using VpsPanel.AutomationSimulator.Catalogue;

namespace VpsPanel.AutomationSimulator.Hosts;

/// <summary>All hosts and the id counter; every change is on disk before it is answered. Not thread-safe: the simulator locks.</summary>
internal sealed class HostPool
{
    private readonly StateFile _file;
    private readonly TimeProvider _clock;
    private readonly SortedDictionary<long, SimulatedHost> _hosts;
    private long _lastId;

    internal HostPool(StateFile file, TimeProvider clock, Offer offer)
    {
        Offer = offer;
        _file = file;
        _clock = clock;
        var saved = file.Read();
        _lastId = saved.LastId;
        _hosts = new SortedDictionary<long, SimulatedHost>(saved.Hosts.ToDictionary(host => host.Id));
    }

    /// <summary>What hosts can be made of.</summary>
    internal Offer Offer { get; }

    internal DateTimeOffset Now => _clock.GetUtcNow();

    internal IReadOnlyList<SimulatedHost> All()
    {
        var now = Now;
        return [.. _hosts.Values.Select(host => host.At(now))];
    }

    internal SimulatedHost? Find(long id) => _hosts.TryGetValue(id, out var host) ? host.At(Now) : null;

    /// <summary>One counter serves hosts, copies and rules, so no two things share an id.</summary>
    internal long NextId() => ++_lastId;

    internal void Replace(SimulatedHost host)
    {
        _hosts[host.Id] = host;
        Save();
    }

    internal void Remove(long id)
    {
        if (_hosts.Remove(id)) Save();
    }

    internal SimulatedHost GiveToStranger(long id, string? name)
    {
        var stranger = SimulatedHost.OfStranger(id, name is { Length: > 0 } given ? given : $"stranger-{id}");
        Replace(stranger);
        return stranger;
    }

    internal void Clear()
    {
        _hosts.Clear();
        Save();
    }

    private void Save() => _file.Write(new SavedState(_lastId, [.. _hosts.Values]));
}
