using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>How busy the owner's VPS is. An upstream that does not say leaves the rest of the answer standing.</summary>
public sealed record MonitorVps(VpsId Id) : IQuery<VpsMonitor>;

/// <summary>Loads in percent, traffic in bytes per second; absent when they could not be read.</summary>
public sealed record VpsMonitor([property: WordsOf(typeof(VpsStatus))] string Status, int AutomationState, AccessInfo? AccessInfo, RawJson Spec)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Cpu { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Memory { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? BytesIn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? BytesOut { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Storage { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MonitorError { get; init; }
}

internal sealed class MonitorVpsHandler(
    IRequestHandler<GetMyVps, Result<VpsView>> servers, IVpsRepository vpsRepository, MachineIdentity machines, IAutomation automation)
    : IQueryHandler<MonitorVps, VpsMonitor>
{
    public async Task<Result<VpsMonitor>> Handle(MonitorVps query, CancellationToken ct)
    {
        var found = await servers.Handle(new GetMyVps(query.Id), ct);
        if (!found.IsSuccess)
            return found.Error;

        var vps = found.Value;
        var monitor = new VpsMonitor(vps.Status, vps.AutomationState, vps.AccessInfo, vps.Spec);
        if (await vpsRepository.FindAsNoTracking(query.Id, ct) is not { AutomationInstanceId: not null } known)
            return monitor with { MonitorError = VpsErrors.NotReady.Message };

        var load = await Load(known, ct);
        if (load.Error == VpsErrors.IdentityLost)
            return load.Error;

        return load.IsSuccess ? With(monitor, load.Value) : Without(monitor, load.Error);
    }

    private async Task<Result<UpstreamVpsLoad>> Load(Vps vps, CancellationToken ct)
    {
        var machine = await machines.Verify(vps, Freshness.Recent, ct);
        return machine.IsSuccess ? await automation.Monitor(machine.Value, ct) : machine.Error;
    }

    private static VpsMonitor With(VpsMonitor monitor, UpstreamVpsLoad load) => monitor with
    {
        Cpu = load.Cpu,
        Memory = load.Memory,
        BytesIn = load.BytesIn,
        BytesOut = load.BytesOut,
        Storage = load.Storage,
    };

    private static VpsMonitor Without(VpsMonitor monitor, Error why) => AutomationErrors.SaysStillCreating(why)
        ? monitor with { MonitorError = why.Message, Status = WireNames.Of(
            VpsStatus.Provisioning), AutomationState = UpstreamVpsStates.Creating }
        : monitor with { MonitorError = why.Message };
}
