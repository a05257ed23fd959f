using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Sync;

/// <summary>Reads the upstream's catalog, all of it or none, and writes down where it failed.</summary>
internal sealed class UpstreamReader(IUpstreamCatalog upstream, ISyncLog journal)
{
    private const int MaxLines = 200;

    /// <summary>Shorter than the turn, so that nobody reads who has lost it.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>A blank answer must not empty the shop.</summary>
    private static readonly Error NoLines = Error.Upstream("automation.no_lines", "automation error: the upstream lists no lines");

    private static readonly Error Timeout = Error.Upstream("automation.timeout", "automation error: no reply in time");

    private static readonly Error TooManyLines =
        Error.Upstream("automation.too_many_lines", $"automation error: the upstream lists more than {MaxLines} lines");

    public async Task<Result<UpstreamCatalog>> Read(string mode, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Limit);
        try
        {
            return await ReadAll(mode, deadline.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Timeout;
        }
    }

    public async Task<Result<IReadOnlyList<UpstreamImage>>> Images(long line, string mode, CancellationToken ct) =>
        await Noted(SyncTargets.Image, mode, await upstream.Images(line, ct));

    private async Task<Result<UpstreamCatalog>> ReadAll(string mode, CancellationToken ct)
    {
        var areas = await Noted(SyncTargets.Area, mode, await upstream.Areas(ct));
        if (!areas.IsSuccess)
            return areas.Error;

        var lines = await Noted(SyncTargets.Line, mode, Sane(await upstream.Lines(ct)));
        if (!lines.IsSuccess)
            return lines.Error;

        List<UpstreamOffer> offers = [];
        foreach (var line in lines.Value.DistinctBy(line => line.Id))
        {
            var products = await Noted(SyncTargets.Product, mode, await upstream.Products(line.Id, ct));
            if (!products.IsSuccess)
                return products.Error;

            var images = await Images(line.Id, mode, ct);
            if (!images.IsSuccess)
                return images.Error;

            offers.Add(new UpstreamOffer(line, [.. products.Value.DistinctBy(product => product.Id)], images.Value));
        }

        return new UpstreamCatalog([.. areas.Value.DistinctBy(area => area.Id)], offers);
    }

    private static Result<IReadOnlyList<UpstreamLine>> Sane(Result<IReadOnlyList<UpstreamLine>> lines) => lines switch
    {
        { IsSuccess: true, Value.Count: 0 } => NoLines,
        { IsSuccess: true, Value.Count: > MaxLines } => TooManyLines,
        _ => lines,
    };

    private async Task<Result<T>> Noted<T>(string target, string mode, Result<T> read)
    {
        if (!read.IsSuccess)
            await journal.Write(new SyncLine(target, mode, SyncTargets.Failed, read.Error.Message));

        return read;
    }
}
