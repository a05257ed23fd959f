using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>Brings status and expiry of a VPS up to date, in the background.</summary>
internal sealed record PollVps(VpsId Id) : ICommand;

internal sealed class PollVpsHandler(IVpsStore servers, HostObserver observer) : ICommandHandler<PollVps>
{
    public async Task<Result> Handle(PollVps command, CancellationToken ct) => await servers.Find(command.Id, ct) is { } vps
        ? await observer.Refresh(vps, Detail.StatusAndExpiry, ct)
        : VpsErrors.NotFound;
}
