using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.ScheduledTasks;
using VpsPanel.Application.Hosts.Commands;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Tasks;

/// <summary>Reads the state of every host from upstream; one that cannot be read now is read next time.</summary>
internal sealed partial class VpsRefresh(IReadDb db, SystemSender sender, ILogger<VpsRefresh> log) : IScheduledTask
{
    private const int AtOnce = 4;

    private static readonly Sql<PageArgs, VpsKey> NextPage = new(
        """
        select id from vps
        where id > @After and automation_instance_id is not null
        order by id offset 0 rows fetch next 200 rows only
        """);

    public string Name => "VPS Auto Refresh";

    public string Description => "Reads the state of every VPS from upstream.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.VpsRefresh;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        for (var page = await After(0, ct); page.Count > 0; page = await After(page[^1].Id, ct))
        {
            await Parallel.ForEachAsync(page, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, Refresh);
        }

        return Result.Success;
    }

    private Task<IReadOnlyList<VpsKey>> After(long id, CancellationToken ct) => db.List(NextPage, new PageArgs(id), ct);

    private async ValueTask Refresh(VpsKey vps, CancellationToken ct)
    {
        var refreshed = await sender.Send(new PollVps(new VpsId(vps.Id)), ct);
        if (!refreshed.IsSuccess)
            LogSkipped(vps.Id, refreshed.Error.Code);
    }

    [LoggerMessage(LogLevel.Information, "VPS {Vps} could not be refreshed: {Code}")]
    private partial void LogSkipped(long vps, string code);

    internal sealed record PageArgs(long After);

    internal sealed record VpsKey(long Id);
}
