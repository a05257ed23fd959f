using System.Net;
using System.Net.Sockets;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions.Commands;

/// <param name="Login">Username or e-mail address.</param>
/// <param name="AdminsOnly">Refuses everybody else, in the same words.</param>
/// <param name="Client">What the client calls itself, for the list of sessions.</param>
/// <param name="Devices">What the client brings of <see cref="KnownDevices"/>.</param>
public sealed record SignIn(string? Login, string? Password, bool AdminsOnly, string? Client, IReadOnlyList<string>? Devices = null)
    : ICommand<TokenPair>;

internal sealed class SignInHandler(
    IUsers users, IPasswordHasher passwords, IAttemptLog attempts, KnownDevices devices, SessionIssuer sessions, ISettings settings,
    ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<SignIn, TokenPair>
{
    private const string ByAddress = "sign_in";
    private const string ByDevice = "sign_in_device";
    private const string ByAccount = "sign_in_account";

    private static readonly TimeSpan AccountWindow = TimeSpan.FromDays(1);

    public async Task<Result<TokenPair>> Handle(SignIn command, CancellationToken ct)
    {
        var login = User.Fold(command.Login ?? "");
        if (login.Length is 0 or > 254 || string.IsNullOrEmpty(command.Password) || command.Password.Length > AccountRules.MaxPassword)
            return AccountErrors.InvalidCredentials;

        var known = await users.FindByLogin(login, ct);
        var attempt = await Claim(known, login, command.Devices ?? [], ct);
        if (attempt?.Wait is { } wait)
            return AccountErrors.TooManyAttempts(wait);

        var fits = Fits(known, command);
        if (attempt is not null)
            await attempts.Settle(attempt, fits);

        if (!fits)
            return AccountErrors.InvalidCredentials;

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

    /// <summary>
    /// A device that the account was used from has a count of its own. From elsewhere, tries are limited per account and address, and
    /// slowed down over all addresses. Null while sign-ins are not limited.
    /// </summary>
    private async Task<Attempt?> Claim(User? user, string login, IReadOnlyList<string> brought, CancellationToken ct)
    {
        if (!await settings.IsOn(AccountSettings.LoginLimitEnabled, ct))
            return null;

        var limit = (int)await settings.Number(AccountSettings.LoginLimitAttempts, ct);
        var window = TimeSpan.FromSeconds(await settings.Number(AccountSettings.LoginLimitWindow, ct));
        if (user is not null && devices.Find(brought, user.Id) is { } device)
            return await attempts.Claim(ByDevice, $"{user.Id.Value}:{device}", limit, window, ct);

        // Counted per account, so that trying a name and its address does not double the tries. Hashed, for an address adds to the length.
        var subject = user is null ? login : $"user:{user.Id.Value}";
        return await attempts.Claim(
            ct,
            new AttemptLimit(ByAccount, subject, limit, AccountWindow, Brake: window),
            new AttemptLimit(ByAddress, Hashes.OfToken($"{subject}@{Household(actor.Address)}"), limit, window));
    }

    /// <summary>Who has an IPv6 address has the other 2⁶⁴ of its network too.</summary>
    private static string Household(string? address)
    {
        if (!IPAddress.TryParse(address, out var parsed))
            return address ?? "-";

        if (parsed.AddressFamily != AddressFamily.InterNetworkV6 || parsed.IsIPv4MappedToIPv6)
            return parsed.MapToIPv4().ToString();

        var bytes = parsed.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }
}
