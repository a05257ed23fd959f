using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

/// <param name="HostId">The upstream's id of it.</param>
/// <param name="Vps">As it was a moment ago; changes to it are not stored.</param>
internal sealed record OwnedVps(string HostId, Vps Vps);

/// <summary>Lets an owner through to their VPS, and nobody else.</summary>
internal sealed class VpsAccessGuard(IVpsRepository vpsRepository, ICurrentActor actor, TimeProvider clock)
{
    public Task<Result<OwnedVps>> ForUse(VpsId id, CancellationToken ct) => Open(id, vps => vps.Usable(clock.GetUtcNow()), ct);

    /// <summary>Also refuses a VPS that is being made, or made anew.</summary>
    public Task<Result<OwnedVps>> ForChange(VpsId id, CancellationToken ct) => Open(id, vps => vps.Changeable(clock.GetUtcNow()), ct);

    private async Task<Result<OwnedVps>> Open(VpsId id, Func<Vps, Result> allows, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var allowed = allows(vps);
        return allowed.IsSuccess ? new OwnedVps(vps.AutomationInstanceId!, vps) : allowed.Error;
    }
}
