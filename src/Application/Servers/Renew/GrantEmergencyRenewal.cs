using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Renew;

/// <summary>An admin extends a VPS in an emergency, on the terms that hold for its owner.</summary>
public sealed record GrantEmergencyRenewal(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.emergency_renew", "vps", Id.Value.ToString());
}

internal sealed class GrantEmergencyRenewalHandler(
    IVpsRepository vpsRepository, VpsChangeOrders changes)
    : ICommandHandler<GrantEmergencyRenewal>
{
    public async Task<Result> Handle(GrantEmergencyRenewal command, CancellationToken ct)
    {
        if (await vpsRepository.FindForUpdate(command.Id, ct) is not { } vps)
            return VpsErrors.NotFound;

        var placed = await changes.RenewInEmergency(vps, ActorKind.Admin, ct);
        return placed.IsSuccess ? Result.Success : placed.Error;
    }
}
