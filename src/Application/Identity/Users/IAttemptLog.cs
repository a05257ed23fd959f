namespace VpsPanel.Application.Identity.Users;

/// <summary>
/// Counts tries that are to be limited, on all nodes together. Writes at once and outside the command's transaction, because the
/// commands that need counting are those that fail.
/// </summary>
public interface IAttemptLog
{
    Task Record(string kind, string subject, CancellationToken ct);

    /// <summary>
    /// How long the subject has to wait because of <paramref name="limit"/> tries within the window; null when it may go on.
    /// </summary>
    Task<TimeSpan?> Wait(string kind, string subject, int limit, TimeSpan window, CancellationToken ct);
}
