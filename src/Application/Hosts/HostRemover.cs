using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Hosts;

/// <summary>Takes hosts away upstream. A repeat finds nothing and is a success.</summary>
internal sealed class HostRemover(HostObserver observer, IAutomation automation)
{
    /// <param name="hostId">Null when the upstream's id was never heard: then the host of this name goes.</param>
    /// <param name="name">Blank when the host's name is not known: then there is none without an id.</param>
    public async Task<Result> Remove(string? hostId, string name, CancellationToken ct)
    {
        if (hostId is null)
            return name.Length > 0 ? await RemoveByName(name, ct) : Result.Success;

        var seen = await observer.Look(hostId, name, ct);
        if (!seen.IsSuccess)
            return seen.Error;

        return seen.Value is null ? Result.Success : await automation.Delete(hostId, ct);
    }

    /// <summary>The host of a create whose answer was never heard.</summary>
    private async Task<Result> RemoveByName(string name, CancellationToken ct)
    {
        var listed = await automation.ListHosts(name, 1, ct);
        if (!listed.IsSuccess)
            return listed.Error;

        return listed.Value.FirstOrDefault(host => host.Name == name) is { } host ? await automation.Delete(host.Id, ct) : Result.Success;
    }
}
