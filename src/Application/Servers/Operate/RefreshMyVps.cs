using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>The owner brings everything that is known of their VPS up to date.</summary>
public sealed record RefreshMyVps(VpsId Id) : ICommand;

internal sealed class RefreshMyVpsHandler(
    IVpsRepository vpsRepository, VpsObserver observer, ICurrentActor actor)
    : ICommandHandler<RefreshMyVps>
{
    // No transaction is open yet: the row's version tells whether somebody wrote while the upstream was asked.
    public async Task<Result> Handle(RefreshMyVps command, CancellationToken ct) =>
        await vpsRepository.Find(command.Id, ct) is { } vps && vps.IsOwnedBy(actor.UserId)
            ? await observer.Refresh(vps, Detail.Everything, ct)
            : VpsErrors.NotFound;
}
