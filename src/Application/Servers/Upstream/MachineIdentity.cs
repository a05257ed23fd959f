using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>
/// The only way to a machine: compares what the upstream has under an id with what the row was made or recorded as. A difference marks the
/// VPS, tells the admins once and lets nobody through until one of them has linked it again; what the upstream said of the other machine
/// goes nowhere. An upstream that does not answer is an error of the upstream and no difference.
/// </summary>
internal sealed class MachineIdentity(
    IAutomation automation, MachineList list, IVpsRepository vpsRepository, IUnitOfWork work, BackgroundCommandSender sender, TimeProvider clock)
{
    /// <summary>How long a look holds for what is no deletion and reveals no secret.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    /// <summary>Such ids come from dry runs; no upstream has them.</summary>
    private const string DryPrefix = "dry-";

    /// <returns>
    /// <c>vps.identity_lost</c>; <c>vps.not_ready</c> without a machine, or while the upstream does not say its name; an error of the upstream.
    /// </returns>
    public async Task<Result<VerifiedMachine>> Verify(Vps vps, Freshness freshness, CancellationToken ct)
    {
        if (vps is { AutomationInstanceId: { } id, IdentityLostAt: null } && freshness == Freshness.Recent && IsRecent(vps))
            return new VerifiedMachine(id, vps.HostName, vps.HostUuid, vps.IdentityCheckedAt!.Value);

        return (await See(vps, ct)).Map(sighting => sighting.Machine);
    }

    /// <summary>The machine as it is now.</summary>
    /// <inheritdoc cref="Verify"/>
    public async Task<Result<MachineSighting>> See(Vps vps, CancellationToken ct)
    {
        var seen = await Look(vps, ct);
        if (!seen.IsSuccess)
            return seen.Error;

        return seen.Value is { } sighting ? sighting : AutomationErrors.NoSuchMachine;
    }

    /// <summary>The same, or null when the upstream certainly does not have the machine any more.</summary>
    /// <inheritdoc cref="Verify"/>
    public async Task<Result<MachineSighting?>> Look(Vps vps, CancellationToken ct)
    {
        MustBeFree();
        if (vps.IdentityLostAt is not null)
            return VpsErrors.IdentityLost;

        if (vps.AutomationInstanceId is not { } id)
            return VpsErrors.NotReady;

        var seen = await automation.Look(id, ct);
        if (!seen.IsSuccess)
            return await Missing(vps, id, seen.Error, ct);

        if (IsPretended(seen.Value))
            return new MachineSighting(Known(seen.Value, vps.HostName), seen.Value);

        if (vps.HostName.Length == 0)
            return await Lose(vps, id, "", ct);

        var name = await NameOf(seen.Value, vps.HostName, ct);
        if (!name.IsSuccess)
            return name.Error;

        if (!vps.IsMachine(name.Value, seen.Value.Uuid))
            return await Lose(vps, id, name.Value, ct);

        await vpsRepository.RecordSighting(vps.Id, clock.GetUtcNow(), ct);
        return new MachineSighting(Known(seen.Value, name.Value), seen.Value);
    }

    /// <summary>
    /// The machine of a VPS whose id was never heard, by its name; null when there is none. One that is another VPS's by its id is not taken.
    /// </summary>
    public async Task<Result<VerifiedMachine?>> FindByName(Vps vps, CancellationToken ct)
    {
        MustBeFree();
        if (vps.HostName.Length == 0)
            return (VerifiedMachine?)null;

        var ids = await list.IdsOf(vps.HostName, ct);
        if (!ids.IsSuccess)
            return ids.Error;

        foreach (var id in ids.Value)
        {
            if (await vpsRepository.FindByInstance(id, ct) is not { } other || other.Id == vps.Id)
                return new VerifiedMachine(id, vps.HostName, null, clock.GetUtcNow());
        }

        return (VerifiedMachine?)null;
    }

    /// <summary>A machine that is being made; null when the upstream does not have it, or has another one under its id.</summary>
    /// <param name="name">What it was asked for as.</param>
    public async Task<Result<NewMachine?>> LookAtNew(string id, string name, CancellationToken ct)
    {
        MustBeFree();
        var seen = await automation.Look(id, ct);
        if (!seen.IsSuccess)
        {
            var isThere = await IsListed(id, name, seen.Error, ct);
            return isThere.IsSuccess && !isThere.Value ? (NewMachine?)null : isThere.Error ?? seen.Error;
        }

        if (IsPretended(seen.Value))
            return new NewMachine(Known(seen.Value, name), seen.Value);

        var found = await NameOf(seen.Value, name, ct);
        if (found.Error == VpsErrors.NotReady)
            return new NewMachine(null, seen.Value);

        if (!found.IsSuccess)
            return found.Error;

        return found.Value == name ? new NewMachine(Known(seen.Value, name), seen.Value) : (NewMachine?)null;
    }

    /// <summary>
    /// Whatever machine has this id, for an admin who says that it is a VPS's. Refused when the upstream does not answer or does not say
    /// the name, by which it will be known from then on.
    /// </summary>
    public async Task<Result<MachineSighting>> LookAt(string id, CancellationToken ct)
    {
        MustBeFree();
        var seen = await automation.Look(id, ct);
        if (!seen.IsSuccess)
            return seen.Error;

        if (IsPretended(seen.Value))
            return new MachineSighting(Known(seen.Value, ""), seen.Value);

        return seen.Value.Name is { Length: > 0 and <= Vps.MaxName } name
            ? new MachineSighting(Known(seen.Value, name), seen.Value)
            : AutomationErrors.Garbage;
    }

    /// <summary>Whether the upstream has a machine of its name; one without a name is told by its id.</summary>
    public async Task<Result<bool>> Exists(Vps vps, CancellationToken ct)
    {
        MustBeFree();
        if (vps.HostName.Length > 0)
            return (await list.IdsOf(vps.HostName, ct)).Map(ids => ids.Count > 0);

        if (vps.AutomationInstanceId is not { } id)
            return false;

        var seen = await automation.Look(id, ct);
        if (seen.IsSuccess)
            return true;

        return seen.Error.Code == AutomationErrors.NoSuchMachine.Code ? false : seen.Error;
    }

    private bool IsRecent(Vps vps)
    {
        var now = clock.GetUtcNow();
        return vps.HostName.Length > 0 && vps.IdentityCheckedAt is { } seenAt && seenAt <= now && now - seenAt <= Validity;
    }

    private static bool IsPretended(UpstreamVps seen) => seen.IsDryRun || seen.Id.StartsWith(DryPrefix, StringComparison.Ordinal);

    private VerifiedMachine Known(UpstreamVps seen, string name) => new(seen.Id, name, seen.Uuid, clock.GetUtcNow());

    /// <summary>A refusal alone is no proof that a machine is gone, its words differ: it must also be missing from the list.</summary>
    private async Task<Result<MachineSighting?>> Missing(Vps vps, string id, Error error, CancellationToken ct)
    {
        if (vps.HostName.Length == 0)
            return error;

        var isThere = await IsListed(id, vps.HostName, error, ct);
        if (!isThere.IsSuccess)
            return isThere.Error;

        return isThere.Value ? error : (MachineSighting?)null;
    }

    private async Task<Result<bool>> IsListed(string id, string name, Error error, CancellationToken ct)
    {
        if (error.Code != AutomationErrors.NoSuchMachine.Code)
            return error;

        return (await list.Find(id, name, ct)).Map(entry => entry is not null);
    }

    /// <summary>An upstream that does not say the name with the machine says it in its list.</summary>
    private async Task<Result<string>> NameOf(UpstreamVps seen, string expected, CancellationToken ct)
    {
        if (seen.Name is { } name)
            return name;

        var listed = await list.Find(seen.Id, expected, ct);
        if (!listed.IsSuccess)
            return listed.Error;

        if (listed.Value is { } entry)
            return entry.Name;

        return UpstreamVpsStates.StatusOf(seen.State) == VpsStatus.Provisioning ? VpsErrors.NotReady : AutomationErrors.Garbage;
    }

    private async Task<Result<MachineSighting?>> Lose(Vps vps, string id, string foundName, CancellationToken ct)
    {
        // In a transaction of its own: the refusal that follows undoes everything else.
        var marked = await sender.Send(new MarkIdentityLost(vps.Id, id, vps.HostName, foundName), ct);
        return marked.IsSuccess ? VpsErrors.IdentityLost : marked.Error;
    }

    /// <exception cref="InvalidOperationException">A transaction is open.</exception>
    private void MustBeFree()
    {
        if (work.IsOpen)
            throw new InvalidOperationException("The upstream was to be asked inside a transaction.");
    }
}
