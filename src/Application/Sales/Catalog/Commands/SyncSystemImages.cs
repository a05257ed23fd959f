using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Makes a line offer the images that the upstream has there.</summary>
/// <param name="LineId">The upstream's number of the line; 0 asks for that of the plan group.</param>
public sealed record SyncSystemImages(long LineId, PlanGroupId PlanGroup) : ICommand<ImageCount>, IAudited
{
    internal Guid Holder { get; } = Guid.NewGuid();

    public AuditRecord Audit(object? answer) => new("system_image.sync", "line", LineId.ToString(), answer);
}

/// <param name="Count">How many the upstream has.</param>
public sealed record ImageCount(int Count);

internal sealed class SyncSystemImagesHandler(
    IPlanGroups groups, CatalogSyncRunner runner, UpstreamReader reader, ImageWriter writer, ISyncLog journal, IUnitOfWork work)
    : ICommandHandler<SyncSystemImages, ImageCount>
{
    private const string Mode = "merge";

    public async Task<Result<ImageCount>> Handle(SyncSystemImages command, CancellationToken ct)
    {
        var line = await LineOf(command, ct);
        return line.IsSuccess
            ? await runner.Run(command.Holder, () => reader.Images(line.Value, Mode, ct), images => Write(line.Value, images, ct), ct)
            : line.Error;
    }

    private async Task<Result<long>> LineOf(SyncSystemImages command, CancellationToken ct)
    {
        if (command.LineId > 0)
            return command.LineId;

        if (command.PlanGroup.Value == 0)
            return CatalogErrors.NoLine;

        return await groups.Find(command.PlanGroup, ct) switch
        {
            null => CatalogErrors.PlanGroupNotFound,
            { LineId: 0 } => CatalogErrors.NoLine,
            { LineId: var line } => line,
        };
    }

    private async Task<Result<ImageCount>> Write(long line, IReadOnlyList<UpstreamImage> images, CancellationToken ct)
    {
        var tally = new SyncTally();
        var offer = new UpstreamOffer(new UpstreamLine(line, "", 0, true), [], images);
        var written = await writer.Write([offer], SyncMode.Merge, tally, ct);
        if (!written.IsSuccess)
            return written.Error;

        await work.Flush(ct);
        await journal.Write(
            new SyncLine(SyncTargets.Image, Mode, SyncTargets.Ok, $"line {line}: {images.Count} listed, {tally.Images} new"));
        return new ImageCount(images.Count);
    }
}
