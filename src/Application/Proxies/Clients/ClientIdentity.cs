using System.Globalization;

namespace VpsPanel.Application.Proxies.Clients;

/// <summary>Programs that read profiles in the same way.</summary>
internal enum ClientFamily
{
    Mihomo,
    Stash,
    SingBox,

    /// <summary>Readers of share links: v2rayN, v2rayNG, NekoBox, Hiddify, Shadowrocket.</summary>
    Links,
    Surge,
    QuantumultX,
    Loon,

    /// <summary>A kind of client that an admin wrote a template for.</summary>
    Other,
}

/// <summary>Who asks for a profile.</summary>
/// <param name="Version">Of the core where it is known or assumed; what it can do is told by it.</param>
/// <param name="Os">Such as <c>android</c>; blank when nobody knows.</param>
internal sealed record ClientIdentity(ClientFamily Family, CoreVersion Version, string Os)
{
    /// <summary>As templates and admins call it.</summary>
    public string Name => NameOf(Family);

    public static string NameOf(ClientFamily family) => family switch
    {
        ClientFamily.Mihomo => "mihomo",
        ClientFamily.Stash => "stash",
        ClientFamily.SingBox => "sing-box",
        ClientFamily.Links => "links",
        ClientFamily.Surge => "surge",
        ClientFamily.QuantumultX => "quantumultx",
        ClientFamily.Loon => "loon",
        _ => "other",
    };
}

/// <summary>The first three numbers of a version; all 0 where none matters.</summary>
internal readonly record struct CoreVersion(int Major, int Minor, int Patch) : IComparable<CoreVersion>
{
    public static CoreVersion None { get; }

    public static CoreVersion? Parse(string text)
    {
        var parts = text.Trim().TrimStart('v', 'V').Split('.');
        return parts.Length is >= 2 and <= 3 && Number(parts[0]) is { } major && Number(parts[1]) is { } minor
            && (parts.Length == 2 ? 0 : Number(parts[2])) is { } patch
            ? new CoreVersion(major, minor, patch)
            : null;
    }

    public int CompareTo(CoreVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public static bool operator <(CoreVersion one, CoreVersion other) => one.CompareTo(other) < 0;

    public static bool operator >(CoreVersion one, CoreVersion other) => one.CompareTo(other) > 0;

    public static bool operator <=(CoreVersion one, CoreVersion other) => one.CompareTo(other) <= 0;

    public static bool operator >=(CoreVersion one, CoreVersion other) => one.CompareTo(other) >= 0;

    /// <summary>Blank for none.</summary>
    public override string ToString() =>
        this == None ? "" : string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int? Number(string text) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
