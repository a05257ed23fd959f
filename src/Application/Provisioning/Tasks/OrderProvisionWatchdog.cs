using VpsPanel.Application.ScheduledTasks;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Provisioning.Tasks;

/// <summary>The clock's share of the work that the workers do all the time; what they do not reach is done here.</summary>
internal sealed class OrderProvisionWatchdog(IProvisioner provisioner, ISettings settings) : IScheduledTask
{
    public string Name => "Order Provision Watchdog";

    public string Description => "Follows up hosts that are being built or changed, and gives up those that take too long.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.OrderProvisionWatchdog;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        var left = await settings.Number(ProvisioningSettings.MaxJobs, ct);
        while (left-- > 0 && await provisioner.RunNext(null, ct))
        {
        }

        return Result.Success;
    }
}
