using Microsoft.Extensions.Options;
using VpsPanel.Infrastructure.Signals;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>
/// When jobs that this node knows of are due. The engine looks for them every quarter of a minute only; this node starts them on time,
/// and the engine those of a node that died.
/// </summary>
internal sealed class JobAlarm(IOptions<JobsOptions> options, TimeProvider clock)
{
    /// <summary>A queued job that no worker has taken by then: the wake-up may have been lost, or all workers are busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<(string Job, bool IsQueued), DateTimeOffset> _due = new();
    private readonly HashSet<string> _expected = [];
    private readonly WorkSignal _signal = new(clock);

    /// <summary>The job waits for its time.</summary>
    public void Set(string job, DateTimeOffset at) => Add(job, isQueued: false, at);

    /// <summary>The job is queued and shall be taken at once.</summary>
    public void Expect(string job)
    {
        lock (_gate)
            _expected.Add(job);

        Add(job, isQueued: true, clock.GetUtcNow() + Patience);
    }

    /// <summary>A worker has taken the job.</summary>
    public void Started(string job)
    {
        lock (_gate)
            _expected.Remove(job);
    }

    /// <summary>Waits for the next job that is due, or that was queued and not taken.</summary>
    public async Task<(string Job, bool IsQueued)> Next(CancellationToken ct)
    {
        while (true)
        {
            if (Take() is { } due)
                return due;

            await _signal.Wait(ct);
        }
    }

    private (string Job, bool IsQueued)? Take()
    {
        lock (_gate)
        {
            while (_due.TryPeek(out var entry, out var at))
            {
                if (at > clock.GetUtcNow())
                {
                    _signal.WakeAt(at);
                    return null;
                }

                _due.Dequeue();
                if (!entry.IsQueued || _expected.Remove(entry.Job))
                    return entry;
            }

            return null;
        }
    }

    private void Add(string job, bool isQueued, DateTimeOffset at)
    {
        // Nobody would ever take it out.
        if (!options.Value.Enabled)
            return;

        lock (_gate)
            _due.Enqueue((job, isQueued), at);

        _signal.WakeAt(at);
    }
}
