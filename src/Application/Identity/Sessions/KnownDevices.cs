using System.Globalization;
using System.Security.Cryptography;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.Sessions;

/// <summary>
/// Sealed texts that tell that an account has been signed in to from a device. They open nothing; guesses of strangers do not count
/// against who brings one.
/// </summary>
public sealed class KnownDevices(ISecretProtector secrets, TimeProvider clock)
{
    private const string Prefix = "known-device";

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    public string Issue(UserId user)
    {
        var until = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        var device = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return secrets.Protect(string.Create(CultureInfo.InvariantCulture, $"{Prefix}:{user.Value}:{until}:{device}"));
    }

    /// <summary>What the device is called in one of the texts; null when none is for this account and in force.</summary>
    public string? Find(IEnumerable<string> texts, UserId user)
    {
        foreach (var text in texts)
        {
            if (secrets.Unprotect(text)?.Split(':') is [Prefix, var owner, var until, var device]
                && owner == user.Value.ToString(CultureInfo.InvariantCulture)
                && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds())
            {
                return device;
            }
        }

        return null;
    }
}
