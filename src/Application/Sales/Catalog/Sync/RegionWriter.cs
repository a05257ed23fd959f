using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Sync;

internal sealed class RegionWriter(IRegions regions)
{
    /// <summary>The region of each area.</summary>
    public async Task<Result<IReadOnlyDictionary<long, RegionId>>> Write(
        IReadOnlyList<UpstreamArea> areas, SyncMode mode, SyncTally tally, CancellationToken ct)
    {
        var known = await regions.ListAll(ct);
        Dictionary<long, RegionId> byArea = [];
        foreach (var area in areas)
        {
            var written = await WriteOne(area, known, mode, tally, ct);
            if (!written.IsSuccess)
                return written.Error;

            byArea[area.Id] = written.Value.Id;
        }

        return byArea;
    }

    private async Task<Result<Region>> WriteOne(
        UpstreamArea area, IReadOnlyList<Region> known, SyncMode mode, SyncTally tally, CancellationToken ct)
    {
        var code = $"area-{area.Id}";
        var name = UpstreamText.Name(area.Name, code);

        // A region may have been typed in by hand before the first sync.
        if ((known.FirstOrDefault(region => region.Code == code) ?? known.FirstOrDefault(region => region.Name == name)) is { } region)
        {
            var isSame = mode == SyncMode.Merge || (region.Name == name && region.Active == area.Active);
            return isSame || region.Change(new RegionTerms(region.Code, name, area.Active)) is not { IsSuccess: false, Error: var failure }
                ? region
                : failure;
        }

        var created = Region.Create(new RegionTerms(code, name, area.Active));
        if (!created.IsSuccess)
            return created.Error;

        await regions.Add(created.Value, ct);
        tally.Areas++;
        return created;
    }
}
