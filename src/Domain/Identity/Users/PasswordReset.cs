using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Users;

/// <summary>A link to a new password: one use, one day.</summary>
[StreamName("password_reset")]
public sealed class PasswordReset : AggregateRoot<PasswordResetId>
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private PasswordReset()
    {
    }

    public UserId UserId { get; private set; }

    /// <summary>SHA-256 of the token in lower-case hex.</summary>
    public string TokenHash { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static PasswordReset Request(UserId user, string tokenHash, string sealedToken, DateTimeOffset now)
    {
        var reset = new PasswordReset { UserId = user, TokenHash = tokenHash, ExpiresAt = now + Lifetime };
        reset.Raise(new PasswordResetRequested(user, sealedToken));
        return reset;
    }

    public Result Use(DateTimeOffset now)
    {
        if (UsedAt is not null)
            return AccountErrors.ResetTokenUsed;

        if (ExpiresAt <= now)
            return AccountErrors.ResetTokenExpired;

        UsedAt = now;
        return Result.Success;
    }
}
