using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Suspend;

/// <summary>An admin gives a VPS back to its owner.</summary>
public sealed record UnlockVps(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.unlock", "vps", Id.Value.ToString());
}

internal sealed class UnlockVpsHandler(VpsLocking hosts) : ICommandHandler<UnlockVps>
{
    public Task<Result> Handle(UnlockVps command, CancellationToken ct) => hosts.SetAdminStatus(command.Id, VpsAdminStatus.Normal, ct);
}
