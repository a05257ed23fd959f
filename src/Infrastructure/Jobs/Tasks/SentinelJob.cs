using Hangfire.Server;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Infrastructure.Jobs.Engine;
using VpsPanel.Infrastructure.Jobs.Lanes;

namespace VpsPanel.Infrastructure.Jobs.Tasks;

/// <summary>
/// Once a minute on one node: revives what was lost because a process died at the wrong moment. Everything it starts is claimed in our
/// tables, so what was not lost after all is not done twice.
/// </summary>
internal sealed class SentinelJob(
    TaskPlanner planner, ShortTaskTimers timers, LaneWatch lanes, IProvisioningQueue provisioning, JobOutcomes outcomes)
{
    private const int MostRows = 200;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    public Task<string> Run(PerformContext job, CancellationToken ct) => outcomes.Run(job, () => Look(ct), ct);

    private async Task<JobOutcome> Look(CancellationToken ct)
    {
        timers.Look();
        var tasks = await planner.Look(Grace, ct);
        var hosts = await provisioning.EnqueueOverdue(null, MostRows, ct);
        var messages = await lanes.Look(ct);
        return tasks + hosts + messages == 0
            ? new JobOutcome.Nothing("all is on its way")
            : new JobOutcome.Done($"revived {tasks} tasks, {hosts} hosts, {messages} lanes");
    }
}
