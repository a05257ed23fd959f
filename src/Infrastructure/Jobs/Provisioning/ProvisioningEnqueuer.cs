using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Infrastructure.Jobs.Provisioning;

/// <summary>
/// Queues a background job after every commit that made a provisioning row due. A process that dies in between leaves a row without a
/// job, which the watchdog finds.
/// </summary>
internal sealed partial class ProvisioningEnqueuer(ProvisioningQueue queue, ILogger<ProvisioningEnqueuer> log)
    : BackgroundService, ICommitListener
{
    // A full channel drops rows, and the watchdog finds them.
    private readonly Channel<long> _due =
        Channel.CreateBounded<long>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        foreach (var committed in events)
        {
            if (committed.Event is ProvisioningQueued)
                _due.Writer.TryWrite(committed.Source.Key);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var row in _due.Reader.ReadAllAsync(stoppingToken))
                await Enqueue(row, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task Enqueue(long row, CancellationToken ct)
    {
        try
        {
            await queue.Enqueue(row, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogLater(error, row);
        }
    }

    [LoggerMessage(LogLevel.Warning, "No background job could be queued for provisioning row {Row}; the watchdog does it later")]
    private partial void LogLater(Exception error, long row);
}
