using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Brings areas, lines, products and images up to what the upstream sells: all of it, or nothing.</summary>
/// <param name="Mode"><c>merge</c> or <c>override</c>; blank is merge.</param>
public sealed record SyncCatalog(string? Mode) : IUpstreamCommand<SyncCounts>;

/// <summary>How many rows are new.</summary>
public sealed record SyncCounts(int Lines, int Products, int Images);

internal sealed class SyncCatalogHandler(CatalogSyncRunner runner, UpstreamReader reader) : IUpstreamCommandHandler<SyncCatalog, SyncCounts>
{
    public async Task<Result<SyncCounts>> Handle(SyncCatalog command, CancellationToken ct)
    {
        if (!WireNames.TryParse<SyncMode>(string.IsNullOrWhiteSpace(command.Mode) ? "merge" : command.Mode, out var mode))
            return Error.Validation("mode", "mode must be merge or override");

        return await runner.Run(
            () => reader.Read(WireNames.Of(mode), ct), (holder, upstream) => new WriteSyncedCatalog(holder, upstream, mode), ct);
    }
}
