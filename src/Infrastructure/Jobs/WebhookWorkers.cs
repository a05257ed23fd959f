using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Webhooks;
using VpsPanel.Domain.Webhooks;

namespace VpsPanel.Infrastructure.Jobs;

/// <summary>
/// Delivers to hooks: at once after a commit of this node that queued something, and every second for all others. One loop looks
/// for work, so that an idle node asks the database once a second; a few tries run beside it.
/// </summary>
internal sealed partial class WebhookWorkers(IWebhookCourier courier, TimeProvider clock, ILogger<WebhookWorkers> log)
    : BackgroundService, ICommitListener
{
    private const int Places = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _due = new(0);
    private readonly SemaphoreSlim _places = new(Places);

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        if (events.Any(happened => happened.Event is WebhookQueued) && _due.CurrentCount == 0)
            _due.Release();
    }

    public override void Dispose()
    {
        _due.Dispose();
        _places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Task> running = [];
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _places.WaitAsync(stoppingToken);
                running.RemoveAll(task => task.IsCompleted);
                if (await courier.TakeNext(stoppingToken) is { } deliver)
                {
                    running.Add(Run(deliver, stoppingToken));
                    continue;
                }

                _places.Release();
                await _due.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                LogBroke(error);
                _places.Release();
                await Task.Delay(Poll, clock, CancellationToken.None);
            }
        }

        await Task.WhenAll(running);
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
        }
    }

    [LoggerMessage(LogLevel.Error, "A webhook delivery broke off; it comes up again when its claim lapses")]
    private partial void LogBroke(Exception error);
}
