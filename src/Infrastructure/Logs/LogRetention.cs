using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Platform.Logs;
using VpsPanel.Domain.Engagement.Webhooks;
using VpsPanel.Domain.Identity.Captchas;
using VpsPanel.Domain.Identity.Users;
using VpsPanel.Infrastructure.Jobs.Tasks;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Logs;

internal sealed class LogRetention(PanelDb db) : ILogRetention
{
    public Task DeleteSyncLogs(DateTimeOffset before, CancellationToken ct) =>
        db.Set<SyncLogRow>().Where(row => row.CreatedAt < before).ExecuteDeleteAsync(ct);

    public Task DeleteAutomationLogs(DateTimeOffset before, CancellationToken ct) =>
        db.Set<AutomationLogRow>().Where(row => row.CreatedAt < before).ExecuteDeleteAsync(ct);

    public Task DeleteTaskRuns(DateTimeOffset before, CancellationToken ct)
    {
        var runs = db.Set<ScheduledTaskRun>();
        return runs.Where(run => run.StartedAt < before && runs.Any(later => later.TaskKey == run.TaskKey && later.Id > run.Id))
            .ExecuteDeleteAsync(ct);
    }

    public Task DeleteWebhookDeliveries(DateTimeOffset before, CancellationToken ct) => db.Set<WebhookDelivery>()
        .Where(row => row.CreatedAt < before
            && (row.Status == WebhookDeliveryStatus.Delivered || row.Status == WebhookDeliveryStatus.Parked))
        .ExecuteDeleteAsync(ct);

    public Task DeleteIdempotencyKeys(DateTimeOffset before, CancellationToken ct) =>
        db.Set<IdempotencyRow>().Where(row => row.CreatedAt < before).ExecuteDeleteAsync(ct);

    public async Task DeleteEndedCodes(DateTimeOffset before, CancellationToken ct)
    {
        await db.Set<Captcha>().Where(captcha => captcha.ExpiresAt < before).ExecuteDeleteAsync(ct);
        await db.Set<PasswordReset>().Where(reset => reset.ExpiresAt < before).ExecuteDeleteAsync(ct);
    }
}
