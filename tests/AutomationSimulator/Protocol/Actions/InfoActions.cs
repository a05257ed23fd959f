using System.Text.Json.Nodes;
using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Protocol.Actions;

internal static class InfoActions
{
    internal static Reply Info(HostPool pool, CallRequest call, BootPlan boot) =>
        OnHost.DoByBothIds(pool, call, host => Reply.Ok(Describe(host)));

    /// <summary>The search is for a part of the name, so a caller that wants one host must compare names itself.</summary>
    internal static Reply List(HostPool pool, CallRequest call, BootPlan boot)
    {
        var limit = Math.Clamp(call.Int("limit") ?? 50, 1, 100);
        var page = Math.Max(call.Int("pages") ?? 1, 1);
        var found = pool.All()
            .Where(host => host.Name.Contains(call["search_tag"], StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(host => host.Id)
            .Skip((page - 1) * limit)
            .Take(limit);
        return Reply.Ok(Json.List(found, host =>
            new JsonObject { ["id"] = host.Id, ["host_name"] = host.Name, ["ip"] = host.RemoteIp }));
    }

    internal static Reply Monitor(HostPool pool, CallRequest call, BootPlan boot) => OnHost.Do(pool, call, host =>
    {
        // A wave over time, so that a chart of the demo moves.
        var time = pool.Now.ToUnixTimeSeconds();
        var wave = host.State == HostState.Running ? (Math.Sin((time / 60.0) + host.Id) + 1) / 2 : 0;
        var received = (long)(wave * 400_000);
        var sent = (long)(wave * 150_000);
        var sharesAddress = pool.Offer.FindLine(host.LineId)?.SharesAddress ?? false;

        return Reply.Ok(new JsonObject
        {
            ["CpuStats"] = Math.Round(wave * 60, 2),
            ["MemoryStats"] = Math.Round(wave * 40, 2),
            ["StorageStats"] = 21.5,
            ["NetworkStats"] = sharesAddress
                ? new JsonArray(new JsonArray(time - 60, 0, 0), new JsonArray(time, received, sent))
                : new JsonObject { ["BytesReceivedPersec"] = received, ["BytesSentPersec"] = sent },
        });
    });

    private static JsonObject Describe(SimulatedHost host) => new()
    {
        ["id"] = host.Id,
        ["host_name"] = host.Name,
        ["state"] = (int)host.State,
        ["cpu"] = host.Sizes.Cpu,
        ["memory"] = host.Sizes.Memory,
        ["hard_disks"] = host.Sizes.Disk,
        ["bandwidth"] = host.Sizes.Bandwidth,
        ["panel_password"] = host.PanelPassword,
        ["vnc_password"] = host.VncPassword,
        ["os_password"] = host.OsPassword,
        ["remote_ip"] = host.RemoteIp,
        ["end_time"] = host.ExpiresAt.ToString("yyyy-MM-dd"),
    };
}
