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
