using Hangfire;
using Hangfire.PostgreSql;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Infrastructure.Signals;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>Lets a waiting worker of this node look for queued jobs, also when another node is too busy for its own.</summary>
internal sealed class JobWake(JobStorage storage) : IRemoteWork
{
    public const string Word = "jobs";

    private readonly WakeableQueues? _queues =
        (storage as PostgreSqlStorage)?.QueueProviders.GetProvider(JobQueues.Provisioning) as WakeableQueues;

    public string Token => Word;

    /// <summary>The node that queues a job has a worker for it, as a rule.</summary>
    public bool Concerns(IReadOnlyList<CommittedEvent> events) => false;

    /// <summary>On SQL Server workers look by themselves all the time.</summary>
    public void Noticed() => _queues?.Wake();
}
