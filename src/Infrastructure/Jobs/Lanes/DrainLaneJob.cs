using Hangfire.Server;
using VpsPanel.Infrastructure.Jobs.Engine;

namespace VpsPanel.Infrastructure.Jobs.Lanes;

/// <summary>Delivers what is overdue in one lane, until none is due. Messages are claimed by their rows, so any number of these may run.</summary>
internal sealed class DrainLaneJob(IEnumerable<ILane> lanes, JobOutcomes outcomes)
{
    private const int AtMost = 10_000;

    public Task<string> Run(string lane, PerformContext job, CancellationToken ct) => outcomes.Run(job, () => Drain(lane, ct), ct);

    private async Task<JobOutcome> Drain(string name, CancellationToken ct)
    {
        if (lanes.FirstOrDefault(lane => lane.Name == name) is not { } lane)
            return new JobOutcome.Nothing($"this node has no lane {name}");

        var delivered = 0;
        while (delivered < AtMost && !ct.IsCancellationRequested && await lane.DeliverNext(ct) is > 0 and var more)
            delivered += more;

        return delivered > 0 ? new JobOutcome.Done($"{delivered} messages") : new JobOutcome.Nothing("others have delivered everything");
    }
}
