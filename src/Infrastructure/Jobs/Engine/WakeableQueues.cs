using Hangfire.PostgreSql;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>
/// The engine's own queues, except that a waiting worker can be woken. The engine itself wakes one through an event that is shared by
/// everything in the process, and a second wake-up while the first is under way is lost.
/// </summary>
internal sealed class WakeableQueues(PostgreSqlStorage storage, PostgreSqlStorageOptions options) : IPersistentJobQueueProvider
{
    private readonly PostgreSqlJobQueue _queue = new(storage);
    private readonly PostgreSqlJobQueueProvider _plain = new(storage, options);

    public IPersistentJobQueue GetJobQueue() => _queue;

    public IPersistentJobQueueMonitoringApi GetJobQueueMonitoringApi() => new Monitoring(_plain.GetJobQueueMonitoringApi());

    /// <summary>Lets one waiting worker look.</summary>
    public void Wake() => _queue.FetchNextJob();

    /// <summary>The default provider lists the queues already.</summary>
    private sealed class Monitoring(IPersistentJobQueueMonitoringApi plain) : IPersistentJobQueueMonitoringApi
    {
        public IEnumerable<string> GetQueues() => [];

        public IEnumerable<long> GetEnqueuedJobIds(string queue, int from, int perPage) => plain.GetEnqueuedJobIds(queue, from, perPage);

        public IEnumerable<long> GetFetchedJobIds(string queue, int from, int perPage) => plain.GetFetchedJobIds(queue, from, perPage);

        public EnqueuedAndFetchedCountDto GetEnqueuedAndFetchedCount(string queue) => plain.GetEnqueuedAndFetchedCount(queue);
    }
}
