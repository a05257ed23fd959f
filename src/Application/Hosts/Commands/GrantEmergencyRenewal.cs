using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>An admin extends a VPS in an emergency, on the terms that hold for its owner.</summary>
public sealed record GrantEmergencyRenewal(VpsId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.emergency_renew", "vps", Id.Value.ToString());
}

internal sealed class GrantEmergencyRenewalHandler(IVpsStore servers, HostChangeDesk desk) : ICommandHandler<GrantEmergencyRenewal>
{
    public async Task<Result> Handle(GrantEmergencyRenewal command, CancellationToken ct)
    {
        if (await servers.FindForUpdate(command.Id, ct) is not { } vps)
            return VpsErrors.NotFound;

        var placed = await desk.RenewInEmergency(vps, ActorKind.Admin, ct);
        return placed.IsSuccess ? Result.Success : placed.Error;
    }
}
