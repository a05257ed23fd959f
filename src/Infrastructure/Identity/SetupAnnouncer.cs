using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Identity.Installation.Commands;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Infrastructure.Jobs;

namespace VpsPanel.Infrastructure.Identity;

/// <summary>While there is no administrator, every start prints a new set-up code; the one printed last works, on every node.</summary>
internal sealed partial class SetupAnnouncer(
    BackgroundCommandSender sender, TimeProvider clock, ILogger<SetupAnnouncer> log)
    : StartTask(clock)
{
    protected override async Task<bool> Try(CancellationToken ct)
    {
        var code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16);
        var announced = await sender.Send(new IssueSetupCode(code), ct);
        if (announced is { IsSuccess: true, Value: true })
            LogCode(code);

        // With an administrator: this version may bring reference data that the one before did not have.
        return announced is { IsSuccess: true, Value: false }
            ? (await sender.Send(new SeedReferenceData(), ct)).IsSuccess
            : announced.IsSuccess;
    }

    [LoggerMessage(LogLevel.Information, "The set-up waits for the database: {Reason}")]
    protected override partial void LogWaiting(string reason);

    [LoggerMessage(LogLevel.Warning, "Not installed yet. POST /api/v1/install makes the first admin; the one-time set-up code is {Code}")]
    private partial void LogCode(string code);
}
