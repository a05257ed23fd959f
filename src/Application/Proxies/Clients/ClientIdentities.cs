using System.Text.RegularExpressions;

namespace VpsPanel.Application.Proxies.Clients;

/// <summary>Tells who asks: by the kind of template, the name in the address and the User-Agent.</summary>
internal static partial class ClientIdentities
{
    /// <summary>The form of sing-box's profile when nobody tells the version.</summary>
    public static readonly CoreVersion UsualSingBox = new(1, 12, 0);

    /// <param name="clientType">Of the template that is rendered.</param>
    /// <param name="requested">The client's name in the address, if any.</param>
    /// <param name="mihomo">What to take the core of a Clash client for that does not tell it.</param>
    public static ClientIdentity Of(string clientType, string? requested, string agent, CoreVersion mihomo)
    {
        var family = clientType switch
        {
            ClientTypes.Clash => IsStash(requested, agent) ? ClientFamily.Stash : ClientFamily.Mihomo,
            ClientTypes.SingBox => ClientFamily.SingBox,
            ClientTypes.Links => ClientFamily.Links,
            ClientTypes.Surge => ClientFamily.Surge,
            ClientTypes.QuantumultX => ClientFamily.QuantumultX,
            ClientTypes.Loon => ClientFamily.Loon,
            _ => ClientFamily.Other,
        };
        return new ClientIdentity(family, Version(family, agent, mihomo), Os(agent));
    }

    /// <summary>A client of which nothing but the family is known.</summary>
    public static ClientIdentity Usual(ClientFamily family, CoreVersion? mihomo = null) =>
        new(family, Version(family, "", mihomo ?? Capabilities.OldestMihomo), "");

    private static bool IsStash(string? requested, string agent) => string.Equals(requested?.Trim(), "stash", StringComparison.OrdinalIgnoreCase)
        || (string.IsNullOrWhiteSpace(requested) && agent.StartsWith("Stash", StringComparison.OrdinalIgnoreCase));

    private static CoreVersion Version(ClientFamily family, string agent, CoreVersion mihomo) => family switch
    {
        ClientFamily.Mihomo => AtLeast(Capabilities.OldestMihomo, Told(MihomoCore(), agent) ?? mihomo),
        ClientFamily.SingBox => AtLeast(Capabilities.OldestSingBox, Told(SingBoxCore(), agent) ?? UsualSingBox),
        _ => CoreVersion.None,
    };

    private static CoreVersion AtLeast(CoreVersion oldest, CoreVersion version) => version < oldest ? oldest : version;

    private static CoreVersion? Told(Regex core, string agent) =>
        core.Match(agent) is { Success: true } match ? CoreVersion.Parse(match.Groups["version"].Value) : null;

    private static string Os(string agent) => OsWord().Match(agent) is { Success: true } match
        ? match.Value.ToLowerInvariant() switch
        {
            "iphone" or "ipad" or "ios" => "ios",
            "mac" or "macos" or "macintosh" => "macos",
            "win" or "windows" => "windows",
            var word => word,
        }
        : "";

    [GeneratedRegex(@"(?:clash\.meta|mihomo)/v?(?<version>[0-9]+\.[0-9]+(?:\.[0-9]+)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MihomoCore();

    [GeneratedRegex(@"sing-box[/ ]v?(?<version>[0-9]+\.[0-9]+(?:\.[0-9]+)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SingBoxCore();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?<os>android|iphone|ipad|ios|macos|macintosh|mac|windows|win|linux)(?![A-Za-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OsWord();
}
