using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Suspend;

/// <summary>
/// Takes VPS from their owners and gives them back. The upstream is told first: what it refused must not look done here. Dying between
/// the two leaves a locked VPS whose row does not say so; the same call again mends it, and so does the lock task.
/// </summary>
internal sealed class VpsLocking(
    IVpsRepository vpsRepository, MachineIdentity machines, IAutomation automation, VpsObserver observer, TimeProvider clock)
{
    public async Task<Result> SetAdminStatus(VpsId id, VpsAdminStatus status, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(id, ct) is not { } seen)
            return VpsErrors.NotFound;

        var told = await ApplyUpstream(seen, status, ct);
        if (!told.IsSuccess)
            return told;

        // What the VPS does now: without it, its owner would wait for the next refresh to get in. It is no part of the success.
        var host = seen.AutomationInstanceId is null ? null : await machines.See(seen, ct);
        if (await vpsRepository.FindForUpdate(id, ct) is not { } vps)
            return VpsErrors.NotFound;

        vps.SetAdminStatus(status, clock.GetUtcNow());
        if (host is { IsSuccess: true })
            observer.Apply(vps, host.Value, Detail.StatusAndExpiry);

        return Result.Success;
    }

    /// <summary>Makes the upstream follow a judgement; an expired VPS stays locked whatever the judgement.</summary>
    public async Task<Result> ApplyUpstream(Vps vps, VpsAdminStatus status, CancellationToken ct)
    {
        if (vps.AutomationInstanceId is null)
            return Result.Success;

        var machine = await machines.Verify(vps, Freshness.Recent, ct);
        if (!machine.IsSuccess)
            return machine.Error;

        if (status != VpsAdminStatus.Normal)
            return await automation.Lock(machine.Value, ct);

        return vps.HasExpired(clock.GetUtcNow()) ? Result.Success : await automation.Unlock(machine.Value, ct);
    }
}
