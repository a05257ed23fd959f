using System.Text.Json;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways.Automation;

/// <summary>What the owner of a VPS does with it.</summary>
internal sealed partial class AutomationClient
{
    public async Task<Result<RawJson>> ListSnapshots(VerifiedMachine machine, SnapshotKind kind, CancellationToken ct) =>
        Raw(await channel.Send(AutomationCall.Read($"{Word(kind)}_list", ("host_id", machine.Id)), ct));

    public Task<Result> CreateSnapshot(VerifiedMachine machine, SnapshotKind kind, CancellationToken ct) =>
        Change($"{Word(kind)}_add", machine, [], ct);

    public Task<Result> DeleteSnapshot(VerifiedMachine machine, SnapshotKind kind, string copyId, CancellationToken ct) =>
        Change($"{Word(kind)}_del", machine, [("id", copyId)], ct);

    public Task<Result> RestoreSnapshot(VerifiedMachine machine, SnapshotKind kind, string copyId, CancellationToken ct) =>
        Change($"{Word(kind)}_restore", machine, [("id", copyId)], ct);

    public async Task<Result<RawJson>> ListFirewallRules(VerifiedMachine machine, CancellationToken ct) =>
        Raw(await channel.Send(AutomationCall.Get("security_acl_list", BothIds(machine.Id)), ct));

    public Task<Result> AddFirewallRule(VerifiedMachine machine, FirewallRule rule, CancellationToken ct) => Change(
        "security_acl_add",
        machine,
        [
            ("hostid", machine.Id), ("direction", rule.Direction), ("protocol", rule.Protocol), ("method", rule.Method),
            ("port", rule.Port), ("ip", rule.Ip),
        ],
        ct);

    public Task<Result> DeleteFirewallRule(VerifiedMachine machine, string ruleId, CancellationToken ct) =>
        Change("security_acl_del", machine, [("hostid", machine.Id), ("id", ruleId)], ct);

    public async Task<Result<RawJson>> ListPorts(VerifiedMachine machine, CancellationToken ct) =>
        Raw(await channel.Send(AutomationCall.Get("nat_acl_list", BothIds(machine.Id)), ct));

    public Task<Result> AddPort(VerifiedMachine machine, PortMapping mapping, CancellationToken ct) => Change(
        "add_port_host",
        machine,
        [("hostid", machine.Id), ("name", mapping.Name), ("sport", mapping.PublicPort), ("dport", mapping.HostPort.ToString())],
        ct);

    public Task<Result> DeletePort(VerifiedMachine machine, string mappingId, CancellationToken ct) =>
        Change("remove_port_host", machine, [("hostid", machine.Id), ("id", mappingId)], ct);

    public async Task<Result<IReadOnlyList<int>>> FindPorts(VerifiedMachine machine, string digits, CancellationToken ct)
    {
        var reply = await channel.Send(AutomationCall.Get("findport", [.. BothIds(machine.Id), ("keywords", digits)]), ct);
        if (!reply.IsSuccess)
            return reply.Error;

        var content = new UpstreamObject(reply.Value.Envelope).Member("content");
        if (content.ValueKind != JsonValueKind.Array)
            return AutomationErrors.Garbage;

        var ports = content.EnumerateArray().Select(UpstreamObject.Decimal).ToList();
        return ports.TrueForAll(port => port is > 0 and <= 65535)
            ? ports.ConvertAll(port => (int)port!.Value)
            : AutomationErrors.Garbage;
    }

    public Task<Result<Uri>> PanelAddress(VerifiedMachine machine, string panelPassword, CancellationToken ct) =>
        Address(AutomationCall.Read("panel", ("host_name", machine.Name), ("panel_password", panelPassword)), ct);

    public Task<Result<Uri>> VncAddress(VerifiedMachine machine, CancellationToken ct) =>
        Address(AutomationCall.Read("vnc_view", ("host_id", machine.Id)), ct);

    public async Task<Result<UpstreamVpsLoad>> Monitor(VerifiedMachine machine, CancellationToken ct)
    {
        var reply = await channel.Send(AutomationCall.Read("monitor", ("host_id", machine.Id)), ct);
        if (!reply.IsSuccess)
            return reply.Error;

        if (reply.Value.Object is not { } load)
            return AutomationErrors.Garbage;

        var (bytesIn, bytesOut) = Traffic(load.Member("NetworkStats"));
        return new UpstreamVpsLoad(
            load.Int("CpuStats") ?? 0, load.Int("MemoryStats") ?? 0, bytesIn, bytesOut, load.Int("StorageStats") ?? 0);
    }

    private async Task<Result<Uri>> Address(AutomationCall call, CancellationToken ct)
    {
        var reply = await channel.Send(call, ct);
        if (!reply.IsSuccess)
            return reply.Error;

        return reply.Value.Location is { Scheme: "http" or "https" } location ? location : AutomationErrors.Garbage;
    }

    /// <summary>Two numbers by name, or rows of time, in and out, of which the last counts.</summary>
    private static (long In, long Out) Traffic(JsonElement stats)
    {
        if (stats.ValueKind == JsonValueKind.Object)
        {
            var named = new UpstreamObject(stats);
            return (named.Number("BytesReceivedPersec") ?? 0, named.Number("BytesSentPersec") ?? 0);
        }

        if (stats.ValueKind != JsonValueKind.Array || stats.GetArrayLength() == 0)
            return default;

        var last = stats[stats.GetArrayLength() - 1];
        return last.ValueKind == JsonValueKind.Array && last.GetArrayLength() >= 3 ? (Bytes(last[1]), Bytes(last[2])) : default;
    }

    private static long Bytes(JsonElement value) => UpstreamObject.Decimal(value) is { } bytes and >= 0 and < 1e15m ? (long)bytes : 0;

    /// <summary>A list of whatever the upstream keeps, for the client to make sense of.</summary>
    private static Result<RawJson> Raw(Result<AutomationReply> reply)
    {
        if (!reply.IsSuccess)
            return reply.Error;

        if (reply.Value.IsBlank)
            return new RawJson("[]");

        return reply.Value.List() is { } objects
            ? new RawJson($"[{string.Join(',', objects.Select(item => item.Json.GetRawText()))}]")
            : AutomationErrors.Garbage;
    }

    private static string Word(SnapshotKind kind) => kind == SnapshotKind.Snapshot ? "snapshot" : "backups";
}
