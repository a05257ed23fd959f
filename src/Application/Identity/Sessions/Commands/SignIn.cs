using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions.Commands;

/// <param name="Login">Username or e-mail address.</param>
/// <param name="AdminsOnly">Refuses everybody else, in the same words.</param>
/// <param name="Client">What the client calls itself, for the list of sessions.</param>
public sealed record SignIn(string? Login, string? Password, bool AdminsOnly, string? Client) : ICommand<TokenPair>;

internal sealed class SignInHandler(
    IUsers users, IPasswordHasher passwords, IAttemptLog attempts, SessionIssuer sessions, ISettings settings, TimeProvider clock)
    : ICommandHandler<SignIn, TokenPair>
{
    private const string Failure = "sign_in";

    public async Task<Result<TokenPair>> Handle(SignIn command, CancellationToken ct)
    {
        var login = User.Fold(command.Login ?? "");
        if (login.Length is 0 or > 254 || string.IsNullOrEmpty(command.Password) || command.Password.Length > AccountRules.MaxPassword)
            return AccountErrors.InvalidCredentials;

        var known = await users.FindByLogin(login, ct);

        // Counted per account, so that trying a name and its address does not double the tries.
        var subject = known is null ? login : $"user:{known.Id.Value}";
        if (await Wait(subject, ct) is { } wait)
            return AccountErrors.TooManyAttempts(wait);

        var fits = Fits(known, command);

        // Tries sent all at once pass the first look together; by now those that came before have counted.
        if (await Wait(subject, ct) is { } late)
            return AccountErrors.TooManyAttempts(late);

        if (!fits)
        {
            // Of guesses sent all at once, those that are counted above the limit are not told that they were wrong.
            await attempts.Record(Failure, subject, ct);
            return await Wait(subject, ct, own: 1) is { } over ? AccountErrors.TooManyAttempts(over) : AccountErrors.InvalidCredentials;
        }

        // The slow check ran without a lock, so that sign-ins of one account do not wait for each other's hashing.
        if (await users.FindForUpdate(known!.Id, ct) is not { Status: UserStatus.Active } user || user.PasswordHash != known.PasswordHash)
            return AccountErrors.InvalidCredentials;

        user.SignedIn(clock.GetUtcNow());
        return await sessions.Open(user, command.Client, openedBy: null, ct);
    }

    private bool Fits(User? user, SignIn command)
    {
        if (user is null)
        {
            passwords.SpendVerificationTime(command.Password!);
            return false;
        }

        return passwords.Verify(user.PasswordHash, command.Password!)
            && user.Status == UserStatus.Active
            && (user.IsAdmin || !command.AdminsOnly);
    }

    private async Task<TimeSpan?> Wait(string subject, CancellationToken ct, int own = 0)
    {
        if (!await settings.IsOn(AccountSettings.LoginLimitEnabled, ct))
            return null;

        var limit = (int)await settings.Number(AccountSettings.LoginLimitAttempts, ct);
        var window = TimeSpan.FromSeconds(await settings.Number(AccountSettings.LoginLimitWindow, ct));
        return await attempts.Wait(Failure, subject, limit + own, window, ct);
    }
}
