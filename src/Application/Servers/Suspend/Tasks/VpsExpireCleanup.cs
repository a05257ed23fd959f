using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Suspend.Tasks;

/// <summary>
/// Deletes VPS that expired long ago, upstream first and the row after it. A pass that dies between the two leaves a row whose VPS is
/// gone: the next one finds that out and removes the row. VPS in the making, or without a known VPS, are left to people.
/// </summary>
internal sealed class VpsExpireCleanup(VpsBatch batch, ISettings settings, TimeProvider clock) : IScheduledTask
{
    private const int AtOnce = 2;

    private static readonly Sql<VpsBatchArgs, VpsKey> Overdue = new(
        """
        select id from vps
        where id > @After and automation_instance_id is not null and identity_lost_at is null and expire_at <= @Until and status <> 'provisioning'
        order by id offset 0 rows fetch next 200 rows only
        """);

    public string Name => "VPS Expire Cleanup";

    public string Description => "Deletes VPS that expired long ago, if auto_delete_enabled.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.VpsExpireCleanup;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        if (!await settings.IsOn(VpsSettings.AutoDeleteEnabled, ct))
            return Result.Success;

        var until = clock.GetUtcNow().AddDays(-await settings.Number(VpsSettings.AutoDeleteDays, ct));
        await batch.ForEach(Overdue, until, AtOnce, id => new DeleteExpiredVps(id, until), ct);
        return Result.Success;
    }
}
