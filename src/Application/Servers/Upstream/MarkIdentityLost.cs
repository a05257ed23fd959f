using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>A look has shown another machine than the row says. Somebody who has linked the row since then is not overruled.</summary>
internal sealed record MarkIdentityLost(VpsId Id, string InstanceId, string HostName, string FoundName) : ICommand;

internal sealed class MarkIdentityLostHandler(IVpsRepository vpsRepository, TimeProvider clock) : ICommandHandler<MarkIdentityLost>
{
    public async Task<Result> Handle(MarkIdentityLost command, CancellationToken ct)
    {
        if (await vpsRepository.FindForUpdate(command.Id, ct) is { } vps
            && vps.AutomationInstanceId == command.InstanceId && vps.HostName == command.HostName)
        {
            vps.LoseIdentity(command.FoundName, clock.GetUtcNow());
        }

        return Result.Success;
    }
}
