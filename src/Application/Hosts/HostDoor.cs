using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts;

/// <param name="HostId">The upstream's id of it.</param>
/// <param name="Vps">As it was a moment ago; changes to it are not stored.</param>
internal sealed record OwnHost(string HostId, Vps Vps);

/// <summary>Lets an owner through to his host, and nobody else.</summary>
internal sealed class HostDoor(IVpsStore servers, ICurrentActor actor, TimeProvider clock)
{
    public Task<Result<OwnHost>> ToUse(VpsId id, CancellationToken ct) => Open(id, vps => vps.Usable(clock.GetUtcNow()), ct);

    /// <summary>Also refuses a host that is being made, or made anew.</summary>
    public Task<Result<OwnHost>> ToChange(VpsId id, CancellationToken ct) => Open(id, vps => vps.Changeable(clock.GetUtcNow()), ct);

    private async Task<Result<OwnHost>> Open(VpsId id, Func<Vps, Result> allows, CancellationToken ct)
    {
        if (await servers.Peek(id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var allowed = allows(vps);
        return allowed.IsSuccess ? new OwnHost(vps.AutomationInstanceId!, vps) : allowed.Error;
    }
}
