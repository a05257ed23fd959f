using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.ScheduledTasks;

/// <summary>
/// One pass of background work, started by the clock on one node of the cluster, never twice at once. A class of this kind is
/// found by scan and is made anew, in a scope of its own and as the system, for every pass. A pass may die at any point: the
/// next one must go on from what is stored.
/// </summary>
public interface IScheduledTask
{
    /// <summary>For people.</summary>
    string Name { get; }

    string Description { get; }

    /// <summary>When it runs by default, and the key <c>task.&lt;key&gt;</c> by which an operator changes that.</summary>
    Setting<TaskSchedule> Schedule { get; }

    /// <summary>
    /// When there will be something to do; null while there is nothing. A task that runs more often than once a minute is not started
    /// before this time. In the past, as here, for a task that does not know.
    /// </summary>
    Task<DateTimeOffset?> NextWork(CancellationToken ct) => Task.FromResult<DateTimeOffset?>(DateTimeOffset.MinValue);

    /// <summary>Whether this event may have brought something to do.</summary>
    bool IsStartedBy(IDomainEvent happened) => false;

    /// <summary>A refusal or an exception counts as a failed pass; the next one comes at its time all the same.</summary>
    Task<Result> RunOnce(CancellationToken ct);
}
