using System.Security.Cryptography;
using VpsPanel.AutomationSimulator.Catalogue;
using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Protocol.Actions;

/// <summary>Makes a host each time it is asked: nothing here is idempotent, so a caller that repeats itself shows.</summary>
internal static class CreateAction
{
    private const int RefusalCode = -1;

    internal static Reply Create(HostPool pool, CallRequest call, BootPlan boot)
    {
        if (pool.Offer.FindLine(call.Int("line_id")) is not { IsOpen: true } line) return Refused("the line is unknown or closed");
        if (pool.Offer.Images.FirstOrDefault(one => one.Name == call["os"]) is not { } image) return Refused("the image is unknown");
        if (call.Time("expire_time") is not { } expiresAt) return Refused("expire_time is not a time");
        if (call["host_name"].Length == 0 || call["sys_pwd"].Length == 0) return Refused("host_name and sys_pwd are needed");
        if (ReadSizes(call) is not { } sizes) return Refused("cpu, memory, hard_disks and bandwidth are whole numbers above 0");

        var id = pool.NextId();
        pool.Replace(new SimulatedHost
        {
            Id = id,
            Name = call["host_name"],
            LineId = line.Id,
            Image = image.Name,
            Sizes = sizes,
            State = HostState.Creating,
            Pending = boot.Ends(pool.Now, HostState.CreateFailed),
            RemoteIp = Address(line, id),
            OsPassword = call["sys_pwd"],
            VncPassword = call["vnc_pwd"],
            PanelPassword = RandomNumberGenerator.GetHexString(12, lowercase: true),
            PageToken = RandomNumberGenerator.GetHexString(32, lowercase: true),
            ExpiresAt = expiresAt,
        });
        return Reply.Ok(new System.Text.Json.Nodes.JsonObject { ["host_id"] = id });
    }

    private static Reply Refused(string message) => Reply.Refused(message, RefusalCode);

    private static UpstreamVpsSize? ReadSizes(CallRequest call) =>
        call.Int("cpu") is > 0 and var cpu
        && call.Int("memory") is > 0 and var memory
        && call.Int("hard_disks") is > 0 and var disk
        && call.Int("bandwidth") is > 0 and var bandwidth
            ? new UpstreamVpsSize(cpu, memory, disk, bandwidth,
                call.Int("port_num") ?? 0, call.Int("snapshot") ?? 0, call.Int("backups") ?? 0)
            : null;

    // 198.18.0.0/15 is set aside for tests of network gear: nobody's real address shows up in a demo.
    private static string Address(Line line, long id) =>
        line.SharesAddress ? $"nat{line.Id}.simulator.test:{20_000 + (id % 40_000)}" : $"198.18.{id / 250 % 256}.{1 + (id % 250)}";
}
