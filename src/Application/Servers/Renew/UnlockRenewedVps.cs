using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Renew;

/// <summary>The clock opens a VPS that was closed for its expiry and has time again.</summary>
internal sealed record UnlockRenewedVps(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.unlock", "vps", Id.Value.ToString(), new { reason = "renewed" });
}

internal sealed class UnlockRenewedVpsHandler(
    IVpsRepository vpsRepository, MachineIdentity machines, IAutomation automation, VpsObserver observer, TimeProvider clock)
    : ICommandHandler<UnlockRenewedVps>
{
    public async Task<Result> Handle(UnlockRenewedVps command, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(command.Id, ct) is not { AutomationInstanceId: not null } seen
            || seen.IsToBeLocked(clock.GetUtcNow()))
            return VpsErrors.NotFound;

        var machine = await machines.Verify(seen, Freshness.Recent, ct);
        if (!machine.IsSuccess)
            return machine.Error;

        var unlocked = await automation.Unlock(machine.Value, ct);
        if (!unlocked.IsSuccess)
            return unlocked;

        var host = await machines.See(seen, ct);
        if (host.IsSuccess && await vpsRepository.FindForUpdate(command.Id, ct) is { } vps)
            observer.Apply(vps, host.Value, Detail.StatusAndExpiry);

        return host.IsSuccess ? Result.Success : host.Error;
    }
}
