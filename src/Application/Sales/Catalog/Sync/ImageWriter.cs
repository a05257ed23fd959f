using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Sync;

internal sealed class ImageWriter(ISystemImages images)
{
    /// <summary>Afterwards each of the lines offers exactly what its offer lists.</summary>
    public async Task<Result> Write(IReadOnlyList<UpstreamOffer> offers, SyncMode mode, SyncTally tally, CancellationToken ct)
    {
        var known = await images.ListAll(ct);
        var byNumber = known.Where(image => image.ImageId > 0).ToDictionary(image => image.ImageId);
        foreach (var listed in offers.SelectMany(offer => offer.Images).DistinctBy(image => image.Id))
        {
            var written = await WriteOne(listed, byNumber.GetValueOrDefault(listed.Id), mode, tally, ct);
            if (!written.IsSuccess)
                return written.Error;

            byNumber[listed.Id] = written.Value;
        }

        foreach (var image in known.Concat(byNumber.Values).Distinct())
            Map(image, offers);

        return mode == SyncMode.Override ? SwitchOff(byNumber.Values, offers) : Result.Success;
    }

    private async Task<Result<SystemImage>> WriteOne(
        UpstreamImage listed, SystemImage? image, SyncMode mode, SyncTally tally, CancellationToken ct)
    {
        var name = UpstreamText.Name(listed.Name, $"image-{listed.Id}");
        var type = listed.Type.Contains("win", StringComparison.OrdinalIgnoreCase) ? SystemImageType.Windows : SystemImageType.Linux;
        var terms = new SystemImageTerms(listed.Id, name, type, image is not { Enabled: false } || mode == SyncMode.Override);
        if (image is not null)
        {
            var isSame = new SystemImageTerms(image.ImageId, image.Name, image.Type, image.Enabled) == terms;
            return isSame || image.Change(terms) is not { IsSuccess: false, Error: var failure } ? image : failure;
        }

        var created = SystemImage.Create(terms);
        if (!created.IsSuccess)
            return created.Error;

        await images.Add(created.Value, ct);
        tally.Images++;
        return created;
    }

    private static void Map(SystemImage image, IReadOnlyList<UpstreamOffer> offers)
    {
        foreach (var offer in offers)
        {
            if (image.ImageId > 0 && offer.Images.Any(listed => listed.Id == image.ImageId))
                image.OfferOn(offer.Line.Id);
            else
                image.WithdrawFrom(offer.Line.Id);
        }
    }

    private static Result SwitchOff(IEnumerable<SystemImage> known, IReadOnlyList<UpstreamOffer> offers)
    {
        var listed = offers.SelectMany(offer => offer.Images).Select(image => image.Id).ToHashSet();
        foreach (var image in known.Where(image => image.Enabled && !listed.Contains(image.ImageId)))
        {
            var changed = image.Change(new SystemImageTerms(image.ImageId, image.Name, image.Type, false));
            if (!changed.IsSuccess)
                return changed;
        }

        return Result.Success;
    }
}
