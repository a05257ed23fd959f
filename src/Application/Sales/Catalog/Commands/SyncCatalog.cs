using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Brings areas, lines, products and images up to what the upstream sells: all of it, or nothing.</summary>
/// <param name="Mode"><c>merge</c> or <c>override</c>; blank is merge.</param>
public sealed record SyncCatalog(string? Mode) : ICommand<SyncCounts>, IAudited
{
    internal Guid Holder { get; } = Guid.NewGuid();

    public AuditRecord Audit(object? answer) =>
        new("automation.sync", "catalogue", string.IsNullOrWhiteSpace(Mode) ? "merge" : Mode, answer);
}

/// <summary>How many rows are new.</summary>
public sealed record SyncCounts(int Lines, int Products, int Images);

internal sealed class SyncCatalogHandler(
    CatalogSyncRunner runner, UpstreamReader reader, CatalogWriter writer, ISyncLog journal, IUnitOfWork work)
    : ICommandHandler<SyncCatalog, SyncCounts>
{
    public async Task<Result<SyncCounts>> Handle(SyncCatalog command, CancellationToken ct)
    {
        if (!WireNames.TryParse<SyncMode>(string.IsNullOrWhiteSpace(command.Mode) ? "merge" : command.Mode, out var mode))
            return Error.Validation("mode", "mode must be merge or override");

        var name = WireNames.Of(mode);
        return await runner.Run(
            command.Holder, () => reader.Read(name, ct), upstream => Write(upstream, mode, name, ct), ct);
    }

    private async Task<Result<SyncCounts>> Write(UpstreamCatalog upstream, SyncMode mode, string name, CancellationToken ct)
    {
        var written = await writer.Write(upstream, mode, ct);
        if (!written.IsSuccess)
        {
            await journal.Write(new SyncLine(SyncTargets.Line, name, SyncTargets.Failed, written.Error.Message));
            return written.Error;
        }

        // Whatever can still be lost is lost here, before the log says that it went well.
        await work.Flush(ct);
        var tally = written.Value;
        await Log(SyncTargets.Area, name, upstream.Areas.Count, tally.Areas, []);
        await Log(SyncTargets.Line, name, upstream.Offers.Count, tally.Lines, tally.Skipped);
        await Log(SyncTargets.Product, name, upstream.Offers.Sum(offer => offer.Products.Count), tally.Products, []);

        var images = upstream.Offers.SelectMany(offer => offer.Images).DistinctBy(image => image.Id).Count();
        await Log(SyncTargets.Image, name, images, tally.Images, []);
        return new SyncCounts(tally.Lines, tally.Products, tally.Images);
    }

    private Task Log(string target, string mode, int listed, int made, IReadOnlyList<string> skipped) => journal.Write(new SyncLine(
        target, mode, SyncTargets.Ok, string.Join("; ", skipped.Prepend($"{listed} listed, {made} new"))));
}
