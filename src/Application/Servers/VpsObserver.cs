using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

/// <summary>Asks the upstream about a VPS, and writes down what it says.</summary>
internal sealed class VpsObserver(IAutomation automation, VpsCredentialProtector credentials, TimeProvider clock)
{
    /// <summary>
    /// The VPS; null when nobody upstream knows it. A refusal alone is no proof of that, its words differ from upstream to
    /// upstream: the VPS must also be missing from the list, which cannot be told without its name.
    /// </summary>
    public async Task<Result<UpstreamVps?>> Fetch(string hostId, string name, CancellationToken ct)
    {
        var info = await automation.GetVps(hostId, ct);
        if (info.IsSuccess)
            return info.Value;

        if (info.Error.Code != "automation.failed" || name.Length == 0)
            return info.Error;

        var listed = await automation.ListVps(name, 1, ct);
        if (!listed.IsSuccess)
            return listed.Error;

        return listed.Value.Any(host => host.Id == hostId) ? info.Error : (UpstreamVps?)null;
    }

    public void Apply(Vps vps, UpstreamVps host, Detail detail)
    {
        vps.Observe(host.State, host.EndDate, clock.GetUtcNow());
        if (vps.HostName.Length == 0 && host.Name is { Length: <= Vps.MaxName } name)
            vps.SetHostName(name);

        if (detail == Detail.StatusAndExpiry)
            return;

        var known = credentials.Unprotect(vps.SealedAccess);
        var access = host.Access.Over(known);
        if (access != known)
            vps.SetAccess(credentials.Protect(access));

        if (host.Cpu > 0)
            vps.RecordSizes(host.Cpu, host.MemoryGb, host.DiskGb, host.BandwidthMbps);
    }

    /// <summary>
    /// Looks and notes, where there is something to look at; a VPS that is gone is marked as such and never made again here.
    /// </summary>
    public async Task<Result> Refresh(Vps vps, Detail detail, CancellationToken ct)
    {
        if (vps.AutomationInstanceId is not { } hostId)
            return Result.Success;

        var seen = await Fetch(hostId, vps.HostName, ct);
        if (!seen.IsSuccess)
            return seen.Error;

        if (seen.Value is { } host)
            Apply(vps, host, detail);
        else
            vps.MarkLost();

        return Result.Success;
    }
}
