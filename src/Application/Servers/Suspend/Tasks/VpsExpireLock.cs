using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Servers.Renew;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Suspend.Tasks;

/// <summary>
/// Makes the upstream's locks what they should be: closed for VPS that expired or were taken from their owners, open again for those
/// that were closed for their expiry alone and have time again. Both calls may be repeated, so a pass that dies between call and commit is
/// simply done again.
/// </summary>
internal sealed class VpsExpireLock(VpsBatch batch, TimeProvider clock) : IScheduledTask
{
    private const int AtOnce = 4;

    private static readonly Sql<VpsBatchArgs, VpsKey> Open = new(
        """
        select id from vps
        where id > @After and automation_instance_id is not null and identity_lost_at is null and (expire_at <= @Now or admin_status <> 'normal')
          and status in ('running', 'stopped', 'reinstall_failed', 'rescue', 'cracking_password')
        order by id offset 0 rows fetch next 200 rows only
        """);

    private static readonly Sql<VpsBatchArgs, VpsKey> Shut = new(
        """
        select id from vps
        where id > @After and automation_instance_id is not null and identity_lost_at is null and status = 'expired_locked'
          and admin_status = 'normal' and (expire_at is null or expire_at > @Now)
        order by id offset 0 rows fetch next 200 rows only
        """);

    public string Name => "VPS Expire Lock";

    public string Description => "Locks VPS upstream that have expired, and unlocks them when they were renewed.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.VpsExpireLock;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await batch.ForEach(Open, now, AtOnce, id => new LockExpiredVps(id), ct);
        await batch.ForEach(Shut, now, AtOnce, id => new UnlockRenewedVps(id), ct);
        return Result.Success;
    }
}
