using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Suspend;

/// <summary>Takes VPS away upstream. A repeat finds nothing and is a success.</summary>
internal sealed class VpsRemover(VpsObserver observer, IAutomation automation)
{
    /// <param name="hostId">Null when the upstream's id was never heard: then the VPS of this name goes.</param>
    /// <param name="name">Blank when the VPS's name is not known: then there is none without an id.</param>
    public async Task<Result> Remove(string? hostId, string name, CancellationToken ct)
    {
        if (hostId is null)
            return name.Length > 0 ? await RemoveByName(name, ct) : Result.Success;

        var seen = await observer.Fetch(hostId, name, ct);
        if (!seen.IsSuccess)
            return seen.Error;

        return seen.Value is null ? Result.Success : await automation.Delete(hostId, ct);
    }

    /// <summary>The VPS of a create whose answer was never heard.</summary>
    private async Task<Result> RemoveByName(string name, CancellationToken ct)
    {
        var listed = await automation.ListVps(name, 1, ct);
        if (!listed.IsSuccess)
            return listed.Error;

        return listed.Value.FirstOrDefault(host => host.Name == name) is { } host ? await automation.Delete(host.Id, ct) : Result.Success;
    }
}
