using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts;

/// <summary>
/// Takes hosts from their owners and gives them back. The upstream is told first: what it refused must not look done here. Dying between
/// the two leaves a locked host whose row does not say so; the same call again mends it, and so does the lock task.
/// </summary>
internal sealed class HostLock(IVpsStore servers, IAutomation automation, HostObserver observer, TimeProvider clock)
{
    public async Task<Result> Judge(VpsId id, VpsAdminStatus status, CancellationToken ct)
    {
        if (await servers.Peek(id, ct) is not { } seen)
            return VpsErrors.NotFound;

        var told = await Tell(seen, status, ct);
        if (!told.IsSuccess)
            return told;

        // What the host does now: without it, its owner would wait for the next refresh to get in. It is no part of the success.
        var host = seen.AutomationInstanceId is { } hostId ? await automation.HostInfo(hostId, ct) : null;
        if (await servers.FindForUpdate(id, ct) is not { } vps)
            return VpsErrors.NotFound;

        vps.Judge(status);
        if (host is { IsSuccess: true })
            observer.Note(vps, host.Value, Detail.StatusAndExpiry);

        return Result.Success;
    }

    /// <summary>Makes the upstream follow a judgement; an expired host stays locked whatever the judgement.</summary>
    public async Task<Result> Tell(Vps vps, VpsAdminStatus status, CancellationToken ct)
    {
        if (vps.AutomationInstanceId is not { } hostId)
            return Result.Success;

        if (status != VpsAdminStatus.Normal)
            return await automation.Lock(hostId, ct);

        return vps.HasExpired(clock.GetUtcNow()) ? Result.Success : await automation.Unlock(hostId, ct);
    }
}
