using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Sync;

/// <summary>
/// Makes our catalog say what the upstream's says. Rows are matched by the upstream's numbers, changed only where they differ, and
/// never deleted, since orders and VPS refer to them. An order that takes stock meanwhile makes this lose the race and start over.
/// </summary>
internal sealed class CatalogWriter(
    IPlanGroups groups, RegionWriter regions, LineWriter lines, ProductWriter products, ImageWriter images)
{
    public async Task<Result<SyncTally>> Write(UpstreamCatalog upstream, SyncMode mode, CancellationToken ct)
    {
        var tally = new SyncTally();
        var regionByArea = await regions.Write(upstream.Areas, mode, tally, ct);
        if (!regionByArea.IsSuccess)
            return regionByArea.Error;

        var known = (await groups.ListAll(ct)).Where(group => group.LineId > 0).ToDictionary(group => group.LineId);
        foreach (var offer in upstream.Offers)
        {
            if (!regionByArea.Value.TryGetValue(offer.Line.AreaId, out var region))
            {
                tally.Skipped.Add($"line {offer.Line.Id} is in area {offer.Line.AreaId}, which is not listed");
                continue;
            }

            var written = await WriteOffer(offer, region, known.GetValueOrDefault(offer.Line.Id), mode, tally, ct);
            if (!written.IsSuccess)
                return written.Error;
        }

        var switchedOff = mode == SyncMode.Override
            ? lines.SwitchOff(known.Values.Where(group => upstream.Offers.All(offer => offer.Line.Id != group.LineId)))
            : Result.Success;
        if (!switchedOff.IsSuccess)
            return switchedOff.Error;

        var imaged = await images.Write(upstream.Offers, mode, tally, ct);
        return imaged.IsSuccess ? tally : imaged.Error;
    }

    private async Task<Result> WriteOffer(
        UpstreamOffer offer, RegionId region, PlanGroup? known, SyncMode mode, SyncTally tally, CancellationToken ct)
    {
        var group = await lines.Write(offer.Line, region, known, mode, tally, ct);
        return group.IsSuccess ? await products.Write(group.Value.Id, offer.Products, mode, tally, ct) : group.Error;
    }
}

internal static class UpstreamText
{
    private const int MaxName = 128;

    /// <summary>A name that fits; the other one where there is none.</summary>
    public static string Name(string text, string otherwise)
    {
        var name = new string([.. text.Where(letter => !char.IsControl(letter))]).Trim();
        if (name.Length > MaxName)
            name = name[..MaxName].Trim();

        return name.Length > 0 ? name : otherwise;
    }
}
