namespace VpsPanel.Infrastructure.Signals;

/// <summary>
/// Lets workers of this process sleep until there is something to do: until they are woken, or until the clock reaches the time at
/// which something is due. While nothing is known to be due nobody looks at the database.
/// </summary>
/// <param name="lookInterval">For a database that cannot call its clients: the longest sleep. Null for one that can.</param>
internal sealed class WorkSignal(TimeProvider clock, TimeSpan? lookInterval = null)
{
    private const int MaxCalls = 64;

    /// <summary>A clock may be set, so that a long sleep would end at the wrong time.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = NewSource();
    private int _calls;
    private DateTimeOffset? _at;

    /// <summary>Lets this many workers look at once.</summary>
    public void Wake(int workers = 1)
    {
        lock (_gate)
            _calls = Math.Min(_calls + workers, MaxCalls);

        Change();
    }

    /// <summary>A worker that is about to look sees what the calls so far were about.</summary>
    public void Forget()
    {
        lock (_gate)
            _calls = 0;
    }

    /// <summary>Lets one worker look at this time, or earlier when it is asked for earlier.</summary>
    public void WakeAt(DateTimeOffset at)
    {
        lock (_gate)
        {
            if (_at <= at)
                return;

            _at = at;
        }

        Change();
    }

    /// <summary>True when somebody called, false when the time has come.</summary>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public async Task<bool> Wait(CancellationToken ct)
    {
        if (lookInterval is { } interval)
            WakeAt(clock.GetUtcNow() + interval);

        while (true)
        {
            Task changed;
            TimeSpan wait;
            lock (_gate)
            {
                if (_calls > 0)
                {
                    _calls--;
                    return true;
                }

                var now = clock.GetUtcNow();
                if (_at <= now)
                {
                    _at = null;
                    return false;
                }

                wait = _at is not { } at ? Timeout.InfiniteTimeSpan : at - now < Tick ? at - now : Tick;
                changed = _changed.Task;
            }

            await Sleep(changed, wait, ct);
        }
    }

    private static async Task Sleep(Task changed, TimeSpan wait, CancellationToken ct)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(changed, Task.Delay(wait, awake.Token));
        ct.ThrowIfCancellationRequested();
        await awake.CancelAsync();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Change()
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = NewSource();
        }

        changed.TrySetResult();
    }
}
