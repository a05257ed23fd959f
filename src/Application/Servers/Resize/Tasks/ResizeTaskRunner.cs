using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Resize.Tasks;

/// <summary>Finds resizes that are due and whose background job was never queued or died, and queues one.</summary>
internal sealed class ResizeTaskRunner(IProvisioningQueue queue) : IScheduledTask
{
    private const int AtMost = 50;

    public string Name => "Resize Task Runner";

    public string Description => "Executes resizes that are due.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.ResizeTaskRunner;

    public Task<DateTimeOffset?> NextWork(CancellationToken ct) => queue.NextOverdue(OrderItemAction.Resize, ct);

    public bool IsStartedBy(IDomainEvent happened) => happened is ProvisioningQueued;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        await queue.EnqueueOverdue(OrderItemAction.Resize, AtMost, ct);
        return Result.Success;
    }
}
