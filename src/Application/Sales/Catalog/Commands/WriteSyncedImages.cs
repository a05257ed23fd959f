using System.Globalization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Stores which images a line offers and ends the lease of the sync.</summary>
/// <param name="Asked">The line that was asked for; 0 when it was that of a plan group.</param>
internal sealed record WriteSyncedImages(Guid Holder, long Asked, long Line, IReadOnlyList<UpstreamImage> Images) : ICommand<ImageCount>, IAudited
{
    public const string Mode = "merge";

    public AuditRecord Audit(object? answer) => new("system_image.sync", "line", Asked.ToString(CultureInfo.InvariantCulture), answer);
}

internal sealed class WriteSyncedImagesHandler(ISyncLeases leases, ImageWriter writer, ISyncLog journal, IUnitOfWork work)
    : ICommandHandler<WriteSyncedImages, ImageCount>
{
    public async Task<Result<ImageCount>> Handle(WriteSyncedImages command, CancellationToken ct)
    {
        var released = (await leases.ForUpdate(ct)).Release(command.Holder);
        if (!released.IsSuccess)
            return released.Error;

        var tally = new SyncTally();
        var offer = new UpstreamOffer(new UpstreamLine(command.Line, "", 0, true), [], command.Images);
        var written = await writer.Write([offer], SyncMode.Merge, tally, ct);
        if (!written.IsSuccess)
            return written.Error;

        await work.Flush(ct);
        await journal.Write(new SyncLine(
            SyncTargets.Image, WriteSyncedImages.Mode, SyncTargets.Ok, $"line {command.Line}: {command.Images.Count} listed, {tally.Images} new"));
        return new ImageCount(command.Images.Count);
    }
}
