using System.Text.Json.Nodes;
using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Protocol.Actions;

internal static class PortActions
{
    private const int FirstPublicPort = 10_000;
    private const int LastPort = 65_535;

    internal static Reply List(HostPool pool, CallRequest call, BootPlan boot) => OnHost.DoByBothIds(pool, call, host =>
        Reply.Ok(Json.List(host.PortMappings, mapping => new JsonObject
        {
            ["id"] = mapping.Id,
            ["name"] = mapping.Name,
            ["sport"] = mapping.PublicPort,
            ["dport"] = mapping.HostPort,
        })));

    internal static Reply Add(HostPool pool, CallRequest call, BootPlan boot) => OnHost.DoByBothIds(pool, call, host =>
    {
        var taken = Taken(pool, host.LineId);
        var wanted = call["sport"].Length > 0
            ? call.Int("sport")
            : FirstPublicPort + Enumerable.Range(0, taken.Count + 1).First(at => !taken.Contains(FirstPublicPort + at));
        if (wanted is not (> 0 and <= LastPort and var publicPort)) return Reply.Refused("sport is not a port");
        if (call.Int("dport") is not (> 0 and <= LastPort and var hostPort)) return Reply.Refused("dport is not a port");
        if (host.Sizes.Ports > 0 && host.PortMappings.Count >= host.Sizes.Ports) return Reply.Refused("all ports of the host are mapped");
        if (taken.Contains(publicPort)) return Reply.Refused("the port is taken");

        var mapping = new PortMapping(pool.NextId(), call["name"], publicPort, hostPort);
        return OnHost.Save(pool, host with { PortMappings = host.PortMappings.Add(mapping) });
    });

    internal static Reply Remove(HostPool pool, CallRequest call, BootPlan boot) => OnHost.DoByBothIds(pool, call, host =>
        host.PortMappings.Find(mapping => mapping.Id == call.Id("id")) is { } mapping
            ? OnHost.Save(pool, host with { PortMappings = host.PortMappings.Remove(mapping) })
            : Reply.Refused("the mapping does not exist"));

    internal static Reply FindFree(HostPool pool, CallRequest call, BootPlan boot) => OnHost.DoByBothIds(pool, call, host =>
    {
        var taken = Taken(pool, host.LineId);
        return Reply.Ports(Enumerable.Range(FirstPublicPort, LastPort - FirstPublicPort + 1)
            .Where(port => !taken.Contains(port) && port.ToString().Contains(call["keywords"], StringComparison.Ordinal))
            .Take(10));
    });

    // The hosts of a line share its public address, hence its ports.
    private static HashSet<int> Taken(HostPool pool, int lineId) =>
        [.. pool.All().Where(host => host.LineId == lineId).SelectMany(host => host.PortMappings).Select(mapping => mapping.PublicPort)];
}
