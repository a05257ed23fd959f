using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using VpsPanel.Infrastructure.Jobs.Engine;

namespace VpsPanel.Infrastructure.Jobs.Lanes;

/// <summary>Queues a job for every lane in which a message is overdue, and no second one while the first is on its way.</summary>
internal sealed class LaneWatch(IEnumerable<ILane> lanes, JobStorage storage, IBackgroundJobClient client, TimeProvider clock)
{
    private const string Known = "vpspanel:lanes";

    /// <summary>By then a node that lives has delivered, or counted a failed try.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How many jobs were queued.</summary>
    public async Task<int> Look(CancellationToken ct)
    {
        var queued = 0;
        foreach (var lane in lanes)
        {
            if (await lane.NextDue(ct) is { } due && due < clock.GetUtcNow() - Patience && Enqueue(lane.Name))
                queued++;
        }

        return queued;
    }

    private bool Enqueue(string lane)
    {
        using var connection = storage.GetConnection();
        if (connection.GetAllEntriesFromHash(Known)?.GetValueOrDefault(lane) is { } last
            && connection.GetStateData(last)?.Name is { } state && IsUnderWay(state))
            return false;

        var job = client.Create(
            Job.FromExpression<DrainLaneJob>(drain => drain.Run(lane, null!, CancellationToken.None), JobQueues.Maintenance),
            new EnqueuedState());
        connection.SetRangeInHash(Known, [new KeyValuePair<string, string>(lane, job)]);
        return true;
    }

    private static bool IsUnderWay(string state) =>
        state == EnqueuedState.StateName || state == ProcessingState.StateName || state == ScheduledState.StateName;
}
