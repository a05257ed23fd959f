using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

/// <summary>Keeps a few deliveries going: at once after a commit of this node, and every second for what other nodes left.</summary>
internal sealed partial class OutboxDispatcher(
    OutboxDelivery delivery, ReactionCatalog catalog, ILogger<OutboxDispatcher> log, TimeProvider clock)
    : BackgroundService, ICommitListener
{
    private const int Workers = 2;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _due = new(0);

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        if (_due.CurrentCount < Workers && events.Any(committed => catalog.For(committed.Event).Any()))
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
                if (!await delivery.DeliverNext(ct))
                    await _due.WaitAsync(Poll, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogPassFailed(error);
                await Task.Delay(Poll, clock, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "An outbox pass failed")]
    private partial void LogPassFailed(Exception error);
}
