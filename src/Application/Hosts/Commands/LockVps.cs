using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>An admin takes a host from its owner.</summary>
public sealed record LockVps(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.lock", "vps", Id.Value.ToString());
}

internal sealed class LockVpsHandler(HostLock hosts) : ICommandHandler<LockVps>
{
    public Task<Result> Handle(LockVps command, CancellationToken ct) => hosts.Judge(command.Id, VpsAdminStatus.Locked, ct);
}
