using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>An admin gives a host back to its owner.</summary>
public sealed record UnlockVps(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.unlock", "vps", Id.Value.ToString());
}

internal sealed class UnlockVpsHandler(HostLock hosts) : ICommandHandler<UnlockVps>
{
    public Task<Result> Handle(UnlockVps command, CancellationToken ct) => hosts.Judge(command.Id, VpsAdminStatus.Normal, ct);
}
