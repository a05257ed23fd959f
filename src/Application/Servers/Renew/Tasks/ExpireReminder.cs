using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Renew.Tasks;

/// <summary>
/// Reminds owners of VPS that expire soon, once for every end. The row keeps of which end its owner was reminded, in the transaction that
/// puts message and mail into the outbox: a pass that dies has reminded of all before and none after.
/// </summary>
internal sealed class ExpireReminder(VpsBatch batch, ISettings settings, TimeProvider clock) : IScheduledTask
{
    private static readonly Sql<VpsBatchArgs, VpsKey> Due = new(
        """
        select id from vps
        where id > @After and expire_at <= @Until and (reminded_of is null or reminded_of <> expire_at)
        order by id offset 0 rows fetch next 200 rows only
        """);

    public string Name => "Expire Reminder";

    public string Description => "Reminds owners of VPS that expire soon, once for each expiry.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.ExpireReminder;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        if (!await settings.IsOn(VpsSettings.EmailExpireEnabled, ct))
            return Result.Success;

        var ahead = TimeSpan.FromDays(await settings.Number(VpsSettings.ExpireReminderDays, ct));
        await batch.ForEach(Due, clock.GetUtcNow() + ahead, atOnce: 1, id => new RemindOfExpiry(id, ahead), ct);
        return Result.Success;
    }
}
