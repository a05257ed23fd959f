using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Stores what the upstream sells and ends the lease of the sync.</summary>
internal sealed record WriteSyncedCatalog(Guid Holder, UpstreamCatalog Upstream, SyncMode Mode) : ICommand<SyncCounts>, IAudited
{
    public AuditRecord Audit(object? answer) => new("automation.sync", "catalogue", WireNames.Of(Mode), answer);
}

internal sealed class WriteSyncedCatalogHandler(ISyncLeases leases, CatalogWriter writer, ISyncLog journal, IUnitOfWork work)
    : ICommandHandler<WriteSyncedCatalog, SyncCounts>
{
    public async Task<Result<SyncCounts>> Handle(WriteSyncedCatalog command, CancellationToken ct)
    {
        var released = (await leases.ForUpdate(ct)).Release(command.Holder);
        if (!released.IsSuccess)
            return released.Error;

        var (upstream, name) = (command.Upstream, WireNames.Of(command.Mode));
        var written = await writer.Write(upstream, command.Mode, ct);
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
