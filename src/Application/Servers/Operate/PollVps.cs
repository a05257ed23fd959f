using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>Brings status and expiry of a VPS up to date, in the background.</summary>
internal sealed record PollVps(VpsId Id) : ICommand;

internal sealed class PollVpsHandler(IVpsRepository vpsRepository, VpsObserver observer) : ICommandHandler<PollVps>
{
    public async Task<Result> Handle(PollVps command, CancellationToken ct) => await vpsRepository.Find(command.Id, ct) is { } vps
        ? await observer.Refresh(vps, Detail.StatusAndExpiry, ct)
        : VpsErrors.NotFound;
}
