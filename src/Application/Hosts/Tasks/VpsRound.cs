using MediatR;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Tasks;

/// <param name="After">Only rows after this key.</param>
/// <param name="Until">The instant that the round is about.</param>
internal sealed record RoundArgs(long After, DateTimeOffset Until, DateTimeOffset Now);

internal sealed record VpsKey(long Id);

/// <summary>
/// Sends one command for each VPS that a task is to look at, page after page in the order of their keys. One that is refused is
/// logged and comes up again in the next round; the others go on.
/// </summary>
internal sealed partial class VpsRound(IReadDb db, SystemSender sender, TimeProvider clock, ILogger<VpsRound> log)
{
    /// <param name="due">At most a page of keys above <see cref="RoundArgs.After"/>, ascending.</param>
    /// <param name="atOnce">How many commands run side by side.</param>
    public async Task Walk(
        Sql<RoundArgs, VpsKey> due, DateTimeOffset until, int atOnce, Func<VpsId, IRequest<Result>> command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = ct };
        long after = 0;
        while (await db.List(due, new RoundArgs(after, until, now), ct) is { Count: > 0 } page)
        {
            await Parallel.ForEachAsync(page, options, async (vps, token) => await One(command(new VpsId(vps.Id)), vps.Id, token));
            after = page[^1].Id;
        }
    }

    private async Task One(IRequest<Result> command, long vps, CancellationToken ct)
    {
        var done = await sender.Send(command, ct);
        if (!done.IsSuccess)
            LogSkipped(command.GetType().Name, vps, done.Error.Code);
    }

    [LoggerMessage(LogLevel.Information, "{Command} left VPS {Vps} for the next round: {Code}")]
    private partial void LogSkipped(string command, long vps, string code);
}
