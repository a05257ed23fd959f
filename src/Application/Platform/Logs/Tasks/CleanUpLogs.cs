using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Logs.Tasks;

/// <summary>Each kind is one statement of its own: a pass that dies has deleted some kinds, and the next one deletes the rest.</summary>
internal sealed class CleanUpLogs(ILogRetention logs, ISettings settings, TimeProvider clock) : IScheduledTask
{
    // Twice what the contract promises to callers.
    private static readonly TimeSpan KeysKept = TimeSpan.FromHours(48);

    // Longer than anybody tries an old code, who shall hear that it has ended.
    private static readonly TimeSpan CodesKept = TimeSpan.FromDays(1);

    public string Name => "Log Retention Cleanup";

    public string Description => "Deletes old logs, task runs, idempotency keys and captchas.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.LogRetentionCleanup;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        await Delete(LogSettings.SyncRetentionDays, logs.DeleteSyncLogs, ct);
        await Delete(LogSettings.AutomationRetentionDays, logs.DeleteAutomationLogs, ct);
        await Delete(LogSettings.WebhookRetentionDays, logs.DeleteWebhookDeliveries, ct);
        await Delete(ScheduledTaskSettings.RunRetentionDays, logs.DeleteTaskRuns, ct);
        await logs.DeleteIdempotencyKeys(clock.GetUtcNow() - KeysKept, ct);
        await logs.DeleteEndedCodes(clock.GetUtcNow() - CodesKept, ct);
        return Result.Success;
    }

    private async Task Delete(Setting<long?> days, Func<DateTimeOffset, CancellationToken, Task> delete, CancellationToken ct)
    {
        var kept = await settings.Number(days, ct);
        if (kept > 0)
            await delete(clock.GetUtcNow().AddDays(-kept), ct);
    }
}
