using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Makes a line offer the images that the upstream has there.</summary>
/// <param name="LineId">The upstream's number of the line; 0 asks for that of the plan group.</param>
public sealed record SyncSystemImages(long LineId, PlanGroupId PlanGroup) : IUpstreamCommand<ImageCount>;

/// <param name="Count">How many the upstream has.</param>
public sealed record ImageCount(int Count);

internal sealed class SyncSystemImagesHandler(IPlanGroups groups, CatalogSyncRunner runner, UpstreamReader reader)
    : IUpstreamCommandHandler<SyncSystemImages, ImageCount>
{
    public async Task<Result<ImageCount>> Handle(SyncSystemImages command, CancellationToken ct)
    {
        var line = await LineOf(command, ct);
        return line.IsSuccess
            ? await runner.Run(
                () => reader.Images(line.Value, WriteSyncedImages.Mode, ct),
                (holder, images) => new WriteSyncedImages(holder, command.LineId, line.Value, images),
                ct)
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
}
