using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs.Tasks;

/// <summary>Finds VPS in work whose background job was never queued or died, and queues one.</summary>
internal sealed class OrderProvisionWatchdog(IProvisioningQueue queue, ISettings settings) : IScheduledTask
{
    public string Name => "Order Provision Watchdog";

    public string Description => "Follows up hosts that are being built or changed and whose background job is lost.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.OrderProvisionWatchdog;

    public Task<DateTimeOffset?> NextWork(CancellationToken ct) => queue.NextOverdue(null, ct);

    public bool IsStartedBy(IDomainEvent happened) => happened is ProvisioningQueued;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        await queue.EnqueueOverdue(null, (int)await settings.Number(ProvisioningSettings.MaxJobs, ct), ct);
        return Result.Success;
    }
}
