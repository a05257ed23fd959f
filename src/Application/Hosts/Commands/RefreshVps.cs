using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>An admin brings status and expiry of a VPS up to date.</summary>
public sealed record RefreshVps(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.refresh", "vps", Id.Value.ToString());
}

internal sealed class RefreshVpsHandler(IVpsStore servers, HostObserver observer) : ICommandHandler<RefreshVps>
{
    public async Task<Result> Handle(RefreshVps command, CancellationToken ct) => await servers.Find(command.Id, ct) is { } vps
        ? await observer.Refresh(vps, Detail.StatusAndExpiry, ct)
        : VpsErrors.NotFound;
}
