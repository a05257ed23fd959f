namespace VpsPanel.Application.Identity.Users;

/// <summary>
/// Limits tries, exactly and on all nodes together. A try is claimed before it is judged, so that tries sent all at once are counted one
/// after another. Writes at once and outside the command's transaction, because the commands that need counting are those that fail.
/// </summary>
public interface IAttemptLog
{
    /// <summary>
    /// Counts one try against every limit, or against none when one of them is reached. Waits up to two seconds for tries under way
    /// whose outcome may leave room. The first limit is the widest: claims that share any subject share the first.
    /// </summary>
    Task<Attempt> Claim(CancellationToken ct, params IReadOnlyList<AttemptLimit> limits);

    /// <summary>Takes a try back that was right; one that was wrong stays counted.</summary>
    Task Settle(Attempt attempt, bool wasRight);
}

/// <param name="Id">Null when the try was refused.</param>
/// <param name="Wait">How long the caller has to wait; null when the try may be judged.</param>
public sealed record Attempt(string? Id, TimeSpan? Wait);

/// <param name="Limit">Tries within the window that are free.</param>
/// <param name="Brake">
/// Null refuses more tries within the window. Otherwise each further one has to wait after the one before, one second first, then twice
/// as long each time and this long at most.
/// </param>
public sealed record AttemptLimit(string Kind, string Subject, int Limit, TimeSpan Window, TimeSpan? Brake = null);

public static class AttemptClaims
{
    public static Task<Attempt> Claim(
        this IAttemptLog attempts, string kind, string subject, int limit, TimeSpan window, CancellationToken ct) =>
        attempts.Claim(ct, new AttemptLimit(kind, subject, limit, window));
}
