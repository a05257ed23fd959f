using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>Writes down what the upstream says about a VPS.</summary>
internal sealed class VpsObserver(MachineIdentity machines, VpsCredentialProtector credentials, TimeProvider clock)
{
    public void Apply(Vps vps, MachineSighting seen, Detail detail)
    {
        var host = seen.State;
        vps.Observe(host.State, host.EndDate, clock.GetUtcNow());
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
        if (vps.AutomationInstanceId is null)
            return Result.Success;

        var seen = await machines.Look(vps, ct);
        if (!seen.IsSuccess)
            return seen.Error;

        if (seen.Value is { } sighting)
            Apply(vps, sighting, detail);
        else
            vps.MarkLost();

        return Result.Success;
    }
}
