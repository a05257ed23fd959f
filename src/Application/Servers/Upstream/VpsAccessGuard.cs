using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Upstream;

/// <param name="Vps">As it was a moment ago; changes to it are not stored.</param>
internal sealed record OwnedVps(VerifiedMachine Machine, Vps Vps);

/// <summary>Lets an owner through to their VPS, and nobody else, and to no other machine.</summary>
internal sealed class VpsAccessGuard(IVpsRepository vpsRepository, MachineIdentity machines, ICurrentActor actor, TimeProvider clock)
{
    public async Task<Result<OwnedVps>> ForUse(VpsId id, Freshness freshness, CancellationToken ct) =>
        await Open(await Find(id, vps => vps.Usable(clock.GetUtcNow()), ct), freshness, ct);

    /// <summary>Also refuses a VPS that is being made, or made anew.</summary>
    public async Task<Result<OwnedVps>> ForChange(VpsId id, Freshness freshness, CancellationToken ct) =>
        await Open(await FindForChange(id, ct), freshness, ct);

    /// <summary>The same without a look at the machine, which the caller has to take.</summary>
    public Task<Result<Vps>> FindForChange(VpsId id, CancellationToken ct) => Find(id, vps => vps.Changeable(clock.GetUtcNow()), ct);

    private async Task<Result<Vps>> Find(VpsId id, Func<Vps, Result> allows, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var allowed = allows(vps);
        return allowed.IsSuccess ? vps : allowed.Error;
    }

    private async Task<Result<OwnedVps>> Open(Result<Vps> found, Freshness freshness, CancellationToken ct)
    {
        if (!found.IsSuccess)
            return found.Error;

        var machine = await machines.Verify(found.Value, freshness, ct);
        return machine.Map(verified => new OwnedVps(verified, found.Value));
    }
}
