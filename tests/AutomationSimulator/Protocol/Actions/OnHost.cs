using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Protocol.Actions;

internal static class OnHost
{
    internal static Reply Do(HostPool pool, CallRequest call, Func<SimulatedHost, Reply> act) =>
        call.Id("host_id") is { } id && pool.Find(id) is { } host ? act(host) : Reply.Refused("the host does not exist");

    /// <summary>For the calls that want the id under both of its names.</summary>
    internal static Reply DoByBothIds(HostPool pool, CallRequest call, Func<SimulatedHost, Reply> act) =>
        call["hostid"] == call["host_id"] ? Do(pool, call, act) : Reply.Refused("host_id and hostid must be the same host");

    internal static Reply Change(HostPool pool, CallRequest call, Func<SimulatedHost, SimulatedHost> change) =>
        Do(pool, call, host => Save(pool, change(host)));

    internal static Reply Save(HostPool pool, SimulatedHost host)
    {
        pool.Replace(host);
        return Reply.Ok();
    }
}
