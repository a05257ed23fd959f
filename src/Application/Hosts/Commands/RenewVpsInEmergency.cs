using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner extends his VPS for nothing shortly before it expires.</summary>
public sealed record RenewVpsInEmergency(VpsId Id) : ICommand;

internal sealed class RenewVpsInEmergencyHandler(IVpsStore servers, HostChangeDesk desk, ICurrentActor actor)
    : ICommandHandler<RenewVpsInEmergency>
{
    public async Task<Result> Handle(RenewVpsInEmergency command, CancellationToken ct)
    {
        if (await servers.FindForUpdate(command.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var placed = await desk.RenewInEmergency(vps, actor.Kind, ct);
        return placed.IsSuccess ? Result.Success : placed.Error;
    }
}
