using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Application;
using VpsPanel.Application.Accounts.Commands;
using VpsPanel.Application.Site.Commands;

namespace VpsPanel.Infrastructure.Accounts;

/// <summary>While there is no administrator, every start prints a new set-up code; the one printed last works, on every node.</summary>
internal sealed partial class SetupAnnouncer(SystemSender sender, TimeProvider clock, ILogger<SetupAnnouncer> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The database may come up, or be migrated, after this node.
            while (!await Announce(stoppingToken))
                await Task.Delay(Pause, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> Announce(CancellationToken ct)
    {
        var code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16);
        try
        {
            var announced = await sender.Send(new AnnounceSetup(code), ct);
            if (announced is { IsSuccess: true, Value: true })
                LogCode(code);

            // With an administrator: this version may bring standard data that the one before did not have.
            return announced is { IsSuccess: true, Value: false }
                ? (await sender.Send(new PlantStandardData(), ct)).IsSuccess
                : announced.IsSuccess;
        }
        catch (Exception error) when (error is DbException or InvalidOperationException { InnerException: DbException })
        {
            LogWaiting(error.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Not installed yet. POST /api/v1/install makes the first admin; the one-time set-up code is {Code}")]
    private partial void LogCode(string code);

    [LoggerMessage(LogLevel.Information, "The set-up waits for the database: {Reason}")]
    private partial void LogWaiting(string reason);
}
