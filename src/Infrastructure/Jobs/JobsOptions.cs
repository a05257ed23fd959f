namespace VpsPanel.Infrastructure.Jobs;

/// <summary>Section <c>Jobs</c> of the configuration.</summary>
public sealed class JobsOptions
{
    public const int MaxWorkers = 50;

    /// <summary>False for a node that serves requests and leaves background jobs and scheduled tasks to others; it still queues them.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many background jobs run at once on this node; from 1 to <see cref="MaxWorkers"/>.</summary>
    public int Workers { get; set; } = 6;

    /// <summary>Keys of the scheduled tasks that this node starts; all of them when empty.</summary>
    public string[] Tasks { get; set; } = [];

    public bool AreUsable() => Workers is > 0 and <= MaxWorkers;

    public bool Starts(string task) => Tasks.Length == 0 || Tasks.Contains(task);
}
