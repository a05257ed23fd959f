using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The clock closes a host whose owner may not use it any more.</summary>
internal sealed record LockExpiredVps(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.lock", "vps", Id.Value.ToString(), new { reason = "expired" });
}

internal sealed class LockExpiredVpsHandler(IVpsStore servers, IAutomation automation, TimeProvider clock) : ICommandHandler<LockExpiredVps>
{
    public async Task<Result> Handle(LockExpiredVps command, CancellationToken ct)
    {
        if (await servers.Peek(command.Id, ct) is not { AutomationInstanceId: { } hostId } seen || !seen.IsToBeLocked(clock.GetUtcNow()))
            return VpsErrors.NotFound;

        var locked = await automation.Lock(hostId, ct);

        // Renewed in this very moment, it is noted as locked all the same: the round that opens locks finds it by that.
        if (locked.IsSuccess && await servers.FindForUpdate(command.Id, ct) is { } vps)
            vps.NoteLock();

        return locked;
    }
}
