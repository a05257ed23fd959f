using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users;

/// <summary>Asks people who are signed in for their password again.</summary>
internal sealed class OwnPassword(IPasswordHasher passwords, IAttemptLog attempts)
{
    private const string WrongPassword = "old_password";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Null when it is right. A stolen token must not become a way to guess the password: five tries in five minutes.</summary>
    public async Task<Error?> Check(User user, string password, string field, CancellationToken ct)
    {
        var attempt = await attempts.Claim(WrongPassword, $"{user.Id.Value}", 5, Window, ct);
        if (attempt.Wait is { } wait)
            return AccountErrors.TooManyAttempts(wait);

        var isRight = password.Length <= AccountRules.MaxPassword && passwords.Verify(user.PasswordHash, password);
        await attempts.Settle(attempt, isRight);
        return isRight ? null : Error.Validation(field, "invalid old password", "auth.invalid_old_password");
    }
}
