using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Engagement.Webhooks;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Webhooks;
using VpsPanel.Infrastructure.Persistence.Dialects;
using VpsPanel.Infrastructure.Signals;

namespace VpsPanel.Infrastructure.Jobs.Lanes;

/// <summary>
/// Delivers to hooks: at once after a commit of this node that queued something, and a little later what another node queued. One loop
/// looks for work and sleeps until a delivery is due; a few tries run beside it.
/// </summary>
internal sealed partial class WebhookWorkers(
    IWebhookDispatcher dispatcher, IDialect dialect, TimeProvider clock, ILogger<WebhookWorkers> log)
    : BackgroundService, ICommitListener, IRemoteWork
{
    private const int Places = 4;

    /// <summary>For a delivery that is due but cannot be taken, and after a look that broke off.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The node that committed delivers by itself before this has passed.</summary>
    private static readonly TimeSpan RemoteDelay = TimeSpan.FromSeconds(2);

    private readonly WorkSignal _due = new(clock, dialect.LookInterval);
    private readonly SemaphoreSlim _places = new(Places);

    public string Token => "webhooks";

    public bool Concerns(IReadOnlyList<CommittedEvent> events) => events.Any(happened => happened.Event is WebhookQueued);

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        if (Concerns(events))
            _due.Wake();
    }

    public void Noticed() => _due.WakeAt(clock.GetUtcNow() + RemoteDelay);

    public override void Dispose()
    {
        _places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            var hasPlace = false;
            try
            {
                await _places.WaitAsync(stoppingToken);
                hasPlace = true;
                running.RemoveAll(task => task.IsCompleted);
                var next = await dispatcher.DispatchNext(stoppingToken);
                hasPlace = false;
                if (next is { } deliver)
                {
                    running.Add(Run(deliver, stoppingToken));
                    continue;
                }

                _places.Release();
                await Sleep(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                LogBroke(error);
                if (hasPlace)
                    _places.Release();

                await Task.Delay(Pause, clock, CancellationToken.None);
            }
        }

        await Task.WhenAll(running);
    }

    private async Task Sleep(CancellationToken ct)
    {
        if (await dispatcher.NextDue(ct) is { } due)
        {
            var soonest = clock.GetUtcNow() + Pause;
            _due.WakeAt(due > soonest ? due : soonest);
        }

        await _due.Wait(ct);
    }

    private async Task Run(Func<CancellationToken, Task> deliver, CancellationToken ct)
    {
        try
        {
            await deliver(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The claim lapses and another node goes on.
        }
        catch (Exception error)
        {
            LogBroke(error);
        }
        finally
        {
            _places.Release();

            // The next one for the same hook or order may have waited for this one.
            _due.Wake();
        }
    }

    [LoggerMessage(LogLevel.Error, "A webhook delivery broke off; it comes up again when its claim lapses")]
    private partial void LogBroke(Exception error);
}
