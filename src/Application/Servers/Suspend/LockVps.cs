using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Suspend;

/// <summary>An admin takes a VPS from its owner.</summary>
public sealed record LockVps(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.lock", "vps", Id.Value.ToString());
}

internal sealed class LockVpsHandler(VpsLocking hosts) : ICommandHandler<LockVps>
{
    public Task<Result> Handle(LockVps command, CancellationToken ct) => hosts.SetAdminStatus(command.Id, VpsAdminStatus.Locked, ct);
}
