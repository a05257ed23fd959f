using Microsoft.Extensions.Hosting;

namespace VpsPanel.Infrastructure.Jobs;

/// <summary>A few loops that work while there is something to do, then wait to be woken; a second at most, for what other nodes left.</summary>
internal abstract class WorkLoops(int loops, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _due = new(0);

    public override void Dispose()
    {
        _due.Dispose();
        base.Dispose();
    }

    protected void Wake(int some)
    {
        if (some > 0 && _due.CurrentCount < loops)
            _due.Release(Math.Min(some, loops));
    }

    /// <summary>False when there was nothing to do.</summary>
    protected abstract Task<bool> WorkOnce(CancellationToken ct);

    protected abstract void LogBroke(Exception error);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, loops).Select(_ => Loop(stoppingToken)));

    private async Task Loop(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!await WorkOnce(ct))
                    await _due.WaitAsync(Poll, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogBroke(error);
                await Task.Delay(Poll, clock, CancellationToken.None);
            }
        }
    }
}
