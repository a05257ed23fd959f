using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts;

/// <summary>How much of what the upstream says is kept.</summary>
public enum Detail
{
    StatusAndExpiry,

    /// <summary>Sizes and what opens the host too.</summary>
    Everything,
}

/// <summary>Asks the upstream about a host, and writes down what it says.</summary>
internal sealed class HostObserver(IAutomation automation, AccessVault vault, TimeProvider clock)
{
    /// <summary>
    /// The host; null when nobody upstream knows it. A refusal alone is no proof of that, its words differ from upstream to
    /// upstream: the host must also be missing from the list, which cannot be told without its name.
    /// </summary>
    public async Task<Result<HostInfo?>> Look(string hostId, string name, CancellationToken ct)
    {
        var info = await automation.HostInfo(hostId, ct);
        if (info.IsSuccess)
            return info.Value;

        if (info.Error.Code != "automation.failed" || name.Length == 0)
            return info.Error;

        var listed = await automation.ListHosts(name, 1, ct);
        if (!listed.IsSuccess)
            return listed.Error;

        return listed.Value.Any(host => host.Id == hostId) ? info.Error : (HostInfo?)null;
    }

    public void Note(Vps vps, HostInfo host, Detail detail)
    {
        vps.Observe(host.State, host.EndDate, clock.GetUtcNow());
        if (vps.HostName.Length == 0 && host.Name is { Length: <= Vps.MaxName } name)
            vps.KeepHostName(name);

        if (detail == Detail.StatusAndExpiry)
            return;

        var known = vault.Open(vps.SealedAccess);
        var access = host.Access.Over(known);
        if (access != known)
            vps.KeepAccess(vault.Seal(access));

        if (host.Cpu > 0)
            vps.NoteSizes(host.Cpu, host.MemoryGb, host.DiskGb, host.BandwidthMbps);
    }

    /// <summary>
    /// Looks and notes, where there is something to look at; a host that is gone is marked as such and never made again here.
    /// </summary>
    public async Task<Result> Refresh(Vps vps, Detail detail, CancellationToken ct)
    {
        if (vps.AutomationInstanceId is not { } hostId)
            return Result.Success;

        var seen = await Look(hostId, vps.HostName, ct);
        if (!seen.IsSuccess)
            return seen.Error;

        if (seen.Value is { } host)
            Note(vps, host, detail);
        else
            vps.Lose();

        return Result.Success;
    }
}
