using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Infrastructure.Jobs;

/// <summary>
/// Keeps work on a few hosts going: at once after a commit of this node that queued one, and every second for all others.
/// </summary>
internal sealed partial class ProvisioningWorkers(IProvisioner provisioner, TimeProvider clock, ILogger<ProvisioningWorkers> log)
    : BackgroundService, ICommitListener
{
    private const int Workers = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _due = new(0);

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        var queued = events.Count(happened => happened.Event is ProvisioningQueued);
        if (queued > 0 && _due.CurrentCount < Workers)
            _due.Release(Math.Min(queued, Workers));
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
                if (!await provisioner.RunNext(null, ct))
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

    [LoggerMessage(LogLevel.Error, "A try to build or change a host broke off; its job comes up again when its claim lapses")]
    private partial void LogTryBroke(Exception error);
}
