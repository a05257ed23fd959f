using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Hosts.Reactions;

/// <summary>
/// What a deleted order leaves behind upstream goes too. The row stays until the upstream does not know the host any more, so a
/// failed try is repeated and nothing is forgotten out there.
/// </summary>
internal sealed class DeleteHostsOfDeletedOrder(IVpsStore hosts, HostObserver observer, IAutomation automation) : IReaction<OrderDeleted>
{
    public async Task<Result> React(Envelope<OrderDeleted> happened, CancellationToken ct)
    {
        foreach (var id in happened.Event.Hosts)
        {
            if (await hosts.FindForUpdate(new VpsId(id), ct) is not { } vps)
                continue;

            var gone = await Delete(vps, ct);
            if (!gone.IsSuccess)
                return gone;

            hosts.Remove(vps);
        }

        return Result.Success;
    }

    private async Task<Result> Delete(Vps vps, CancellationToken ct)
    {
        if (vps.AutomationInstanceId is not { } hostId)
            return await DeleteByName(vps.Name, ct);

        var seen = await observer.Look(hostId, vps.Name, ct);
        if (!seen.IsSuccess)
            return seen.Error;

        return seen.Value is null ? Result.Success : await automation.Delete(hostId, ct);
    }

    /// <summary>The host of a create whose answer was never heard.</summary>
    private async Task<Result> DeleteByName(string name, CancellationToken ct)
    {
        var listed = await automation.ListHosts(name, 1, ct);
        if (!listed.IsSuccess)
            return listed.Error;

        return listed.Value.FirstOrDefault(host => host.Name == name) is { } host ? await automation.Delete(host.Id, ct) : Result.Success;
    }
}
