using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Renew;

/// <summary>The owner extends their VPS for nothing shortly before it expires.</summary>
public sealed record RenewVpsInEmergency(VpsId Id) : ICommand;

internal sealed class RenewVpsInEmergencyHandler(IVpsRepository vpsRepository, VpsChangeOrders changes, ICurrentActor actor)
    : ICommandHandler<RenewVpsInEmergency>
{
    public async Task<Result> Handle(RenewVpsInEmergency command, CancellationToken ct)
    {
        if (await vpsRepository.FindForUpdate(command.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var placed = await changes.RenewInEmergency(vps, actor.Kind, ct);
        return placed.IsSuccess ? Result.Success : placed.Error;
    }
}
