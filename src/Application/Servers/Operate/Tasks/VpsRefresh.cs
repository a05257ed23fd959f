using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Operate.Tasks;

/// <summary>
/// Reads the state of every VPS from upstream; one that cannot be read now, or that a dying pass left out, is read next time.
/// </summary>
internal sealed class VpsRefresh(VpsBatch batch, TimeProvider clock) : IScheduledTask
{
    private const int AtOnce = 4;

    private static readonly Sql<VpsBatchArgs, VpsKey> Known = new(
        """
        select id from vps
        where id > @After and automation_instance_id is not null and identity_lost_at is null
        order by id offset 0 rows fetch next 200 rows only
        """);

    public string Name => "VPS Auto Refresh";

    public string Description => "Reads the state of every VPS from upstream.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.VpsRefresh;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        await batch.ForEach(Known, clock.GetUtcNow(), AtOnce, id => new PollVps(id), ct);
        return Result.Success;
    }
}
