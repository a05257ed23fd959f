using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Suspend;

/// <summary>The clock closes a VPS whose owner may not use it any more.</summary>
internal sealed record LockExpiredVps(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.lock", "vps", Id.Value.ToString(), new { reason = "expired" });
}

internal sealed class LockExpiredVpsHandler(
    IVpsRepository vpsRepository, MachineIdentity machines, IAutomation automation, TimeProvider clock)
    : ICommandHandler<LockExpiredVps>
{
    public async Task<Result> Handle(LockExpiredVps command, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(command.Id, ct) is not { AutomationInstanceId: not null } seen
            || !seen.IsToBeLocked(clock.GetUtcNow()))
            return VpsErrors.NotFound;

        var machine = await machines.Verify(seen, Freshness.Recent, ct);
        if (!machine.IsSuccess)
            return machine.Error;

        var locked = await automation.Lock(machine.Value, ct);

        // Renewed in this very moment, it is noted as locked all the same: the round that opens locks finds it by that.
        if (locked.IsSuccess && await vpsRepository.FindForUpdate(command.Id, ct) is { } vps)
            vps.RecordLock();

        return locked;
    }
}
