using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Suspend;

/// <summary>Takes VPS away upstream. A repeat finds nothing and is a success.</summary>
internal sealed class VpsRemover(MachineIdentity machines, IAutomation automation)
{
    /// <summary>
    /// Deletes its machine; without an id of the upstream, the machine of a create whose answer was never heard, if there is one of its name.
    /// </summary>
    public async Task<Result> Remove(Vps vps, CancellationToken ct)
    {
        var found = await Find(vps, ct);
        if (!found.IsSuccess)
            return found.Error;

        return found.Value is { } machine ? await automation.Delete(machine, ct) : Result.Success;
    }

    private async Task<Result<VerifiedMachine?>> Find(Vps vps, CancellationToken ct) => vps.AutomationInstanceId is null
        ? await machines.FindByName(vps, ct)
        : (await machines.Look(vps, ct)).Map(seen => seen?.Machine);
}
