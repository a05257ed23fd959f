namespace VpsPanel.Application.Platform.Logs;

/// <summary>Deletes what nobody has to keep. Audit rows are not among it.</summary>
public interface ILogRetention
{
    Task DeleteSyncLogs(DateTimeOffset before, CancellationToken ct);

    Task DeleteAutomationLogs(DateTimeOffset before, CancellationToken ct);

    /// <summary>The last pass of every task stays.</summary>
    Task DeleteTaskRuns(DateTimeOffset before, CancellationToken ct);

    /// <summary>What still waits to be sent stays.</summary>
    Task DeleteWebhookDeliveries(DateTimeOffset before, CancellationToken ct);

    Task DeleteIdempotencyKeys(DateTimeOffset before, CancellationToken ct);

    /// <summary>Captchas and password resets that ended by then; anybody may have them made.</summary>
    Task DeleteEndedCodes(DateTimeOffset before, CancellationToken ct);
}
