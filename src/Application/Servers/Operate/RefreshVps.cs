using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>An admin brings status and expiry of a VPS up to date.</summary>
public sealed record RefreshVps(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.refresh", "vps", Id.Value.ToString());
}

internal sealed class RefreshVpsHandler(IVpsRepository vpsRepository, VpsObserver observer) : ICommandHandler<RefreshVps>
{
    public async Task<Result> Handle(RefreshVps command, CancellationToken ct) => await vpsRepository.Find(command.Id, ct) is { } vps
        ? await observer.Refresh(vps, Detail.StatusAndExpiry, ct)
        : VpsErrors.NotFound;
}
