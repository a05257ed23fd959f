using System.Data.Common;
using Microsoft.Extensions.Hosting;

namespace VpsPanel.Infrastructure.Jobs;

/// <summary>Something that is done once at every start, as soon as the database is there: it may come up, or be migrated, later.</summary>
internal abstract class StartTask(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await IsDone(stoppingToken))
                await Task.Delay(Pause, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>False to be asked again.</summary>
    protected abstract Task<bool> Try(CancellationToken ct);

    protected abstract void LogWaiting(string reason);

    private async Task<bool> IsDone(CancellationToken ct)
    {
        try
        {
            return await Try(ct);
        }
        catch (Exception error) when (error is DbException or InvalidOperationException { InnerException: DbException })
        {
            LogWaiting(error.Message);
            return false;
        }
    }
}
