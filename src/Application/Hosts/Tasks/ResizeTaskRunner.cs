using VpsPanel.Application.Provisioning;
using VpsPanel.Application.ScheduledTasks;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Hosts.Tasks;

/// <summary>The clock's share of the resizes that are due; the workers do them too, and each is done by whoever claims it.</summary>
internal sealed class ResizeTaskRunner(IProvisioner provisioner) : IScheduledTask
{
    private const int AtMost = 50;

    public string Name => "Resize Task Runner";

    public string Description => "Executes resizes that are due.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.ResizeTaskRunner;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        var left = AtMost;
        while (left-- > 0 && await provisioner.RunNext(OrderItemAction.Resize, ct))
        {
        }

        return Result.Success;
    }
}
