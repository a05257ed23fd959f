using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>Looks through the upstream's list of machines, whose search is for a part of the name.</summary>
internal sealed class MachineList(IAutomation automation)
{
    private const int PageSize = 50;
    private const int MostPages = 40;

    /// <summary>The machine of this id among those whose name contains the text; null when it is not among them.</summary>
    public async Task<Result<UpstreamVpsEntry?>> Find(string id, string name, CancellationToken ct)
    {
        var listed = await Search(name, ct);
        return listed.Map(entries => entries.FirstOrDefault(entry => entry.Id == id));
    }

    /// <summary>The ids of all machines of exactly this name, oldest first.</summary>
    public async Task<Result<IReadOnlyList<string>>> IdsOf(string name, CancellationToken ct)
    {
        var listed = await Search(name, ct);
        return listed.Map<IReadOnlyList<string>>(entries =>
            [.. entries.Where(entry => entry.Name == name).Select(entry => entry.Id).OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal)]);
    }

    /// <summary>All of them: what is not among the first fifty is not gone.</summary>
    private async Task<Result<List<UpstreamVpsEntry>>> Search(string name, CancellationToken ct)
    {
        Dictionary<string, UpstreamVpsEntry> found = [];
        for (var page = 1; page <= MostPages; page++)
        {
            var listed = await automation.ListVps(name, page, ct);
            if (!listed.IsSuccess)
                return listed.Error;

            var before = found.Count;
            foreach (var entry in listed.Value)
                found[entry.Id] = entry;

            // An upstream that does not know pages would answer the first one for ever.
            if (listed.Value.Count < PageSize || found.Count == before)
                return found.Values.ToList();
        }

        return AutomationErrors.Garbage;
    }
}
