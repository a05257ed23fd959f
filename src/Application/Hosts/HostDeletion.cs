using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts;

/// <summary>Deletes hosts upstream, so that a repeat after a lost answer is a success too.</summary>
internal sealed class HostDeletion(HostObserver observer, IAutomation automation)
{
    public async Task<Result> Delete(Vps vps, CancellationToken ct)
    {
        if (vps.AutomationInstanceId is not { } hostId)
            return vps.HostName.Length > 0 ? await DeleteByName(vps.HostName, ct) : Result.Success;

        var seen = await observer.Look(hostId, vps.HostName, ct);
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
