using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Webhooks;
using VpsPanel.Domain.Webhooks;

namespace VpsPanel.Infrastructure.Jobs;

/// <summary>Delivers to hooks: at once after a commit of this node that queued something, and every second for all others.</summary>
internal sealed partial class WebhookWorkers(IWebhookCourier courier, TimeProvider clock, ILogger<WebhookWorkers> log)
    : BackgroundService, ICommitListener
{
    private const int Workers = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _due = new(0);

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        if (events.Any(happened => happened.Event is WebhookQueued) && _due.CurrentCount < Workers)
            _due.Release();
    }

    public override void Dispose()
    {
        _due.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Work(stoppingToken)));

    private async Task Work(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!await courier.DeliverNext(ct))
                    await _due.WaitAsync(Poll, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogTryBroke(error);
                await Task.Delay(Poll, clock, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A webhook delivery broke off; it comes up again when its claim lapses")]
    private partial void LogTryBroke(Exception error);
}
