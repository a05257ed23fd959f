namespace VpsPanel.Application.Identity.Users;

public static class AttemptClaims
{
    public static Task<Attempt> Claim(
        this IAttemptLog attempts, string kind, string subject, int limit, TimeSpan window, CancellationToken ct) =>
        attempts.Claim(ct, new AttemptLimit(kind, subject, limit, window));
}
