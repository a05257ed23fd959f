using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The clock opens a host that was closed for its expiry and has time again.</summary>
internal sealed record UnlockRenewedVps(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.unlock", "vps", Id.Value.ToString(), new { reason = "renewed" });
}

internal sealed class UnlockRenewedVpsHandler(IVpsStore servers, IAutomation automation, HostObserver observer, TimeProvider clock)
    : ICommandHandler<UnlockRenewedVps>
{
    public async Task<Result> Handle(UnlockRenewedVps command, CancellationToken ct)
    {
        if (await servers.Peek(command.Id, ct) is not { AutomationInstanceId: { } hostId } seen || seen.IsToBeLocked(clock.GetUtcNow()))
            return VpsErrors.NotFound;

        var unlocked = await automation.Unlock(hostId, ct);
        if (!unlocked.IsSuccess)
            return unlocked;

        var host = await automation.HostInfo(hostId, ct);
        if (host.IsSuccess && await servers.FindForUpdate(command.Id, ct) is { } vps)
            observer.Note(vps, host.Value, Detail.StatusAndExpiry);

        return host.IsSuccess ? Result.Success : host.Error;
    }
}
