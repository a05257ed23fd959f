using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner brings everything that is known of his VPS up to date.</summary>
public sealed record RefreshMyVps(VpsId Id) : ICommand;

internal sealed class RefreshMyVpsHandler(IVpsStore servers, HostObserver observer, ICurrentActor actor) : ICommandHandler<RefreshMyVps>
{
    // No transaction is open yet: the row's version tells whether somebody wrote while the upstream was asked.
    public async Task<Result> Handle(RefreshMyVps command, CancellationToken ct) =>
        await servers.Find(command.Id, ct) is { } vps && vps.IsOwnedBy(actor.UserId)
            ? await observer.Refresh(vps, Detail.Everything, ct)
            : VpsErrors.NotFound;
}
