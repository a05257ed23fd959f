using MediatR;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers;

/// <param name="After">Only rows after this key.</param>
/// <param name="Until">The instant that the round is about.</param>
internal sealed record VpsBatchArgs(long After, DateTimeOffset Until, DateTimeOffset Now);

internal sealed record VpsKey(long Id);

/// <summary>
/// Sends one command for each VPS that a task is to look at, page after page in the order of their keys. One that is refused is
/// logged and comes up again in the next round; the others go on.
/// </summary>
internal sealed partial class VpsBatch(IReadDb db, BackgroundCommandSender sender, TimeProvider clock, ILogger<VpsBatch> log)
{
    /// <param name="due">At most a page of keys above <see cref="VpsBatchArgs.After"/>, ascending.</param>
    /// <param name="atOnce">How many commands run side by side.</param>
    public async Task ForEach(
        Sql<VpsBatchArgs, VpsKey> due, DateTimeOffset until, int atOnce, Func<VpsId, IRequest<Result>> command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = ct };
        long after = 0;
        while (await db.List(due, new VpsBatchArgs(after, until, now), ct) is { Count: > 0 } page)
        {
            await Parallel.ForEachAsync(page, options, async (vps, token) => await One(command(new VpsId(vps.Id)), vps.Id, token));
            after = page[^1].Id;
        }
    }

    private async Task One(IRequest<Result> command, long vps, CancellationToken ct)
    {
        try
        {
            var done = await sender.Send(command, ct);
            if (!done.IsSuccess)
                LogSkipped(command.GetType().Name, vps, done.Error.Code);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One row that breaks every time must not keep those behind it from their turn for ever.
            LogBroke(error, command.GetType().Name, vps);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Command} left VPS {Vps} for the next round: {Code}")]
    private partial void LogSkipped(string command, long vps, string code);

    [LoggerMessage(LogLevel.Error, "{Command} broke on VPS {Vps}")]
    private partial void LogBroke(Exception error, string command, long vps);
}
