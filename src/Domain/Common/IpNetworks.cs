using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace VpsPanel.Domain.Common;

/// <summary>
/// The one way in which addresses and networks are read, wherever they come from. Stricter than <see cref="IPNetwork"/>, which takes
/// <c>010.0.0.1</c> (octal to some systems, decimal to others), <c>10.0.0.0/08</c>, and <c>10.0.0.1/8</c>, where nobody can tell
/// whether one address or the whole network was meant.
/// </summary>
public static class IpNetworks
{
    /// <summary>For the text of a refusal.</summary>
    public const string Rule =
        "must be an address such as 192.0.2.1 or 2001:db8::1, or a network such as 192.0.2.0/24, without leading zeros and with no bit set behind the prefix";

    /// <summary>Bits of the network <c>::ffff:0:0/96</c>, in which IPv6 spells IPv4 addresses.</summary>
    private const int MappedBits = 96;

    /// <summary>A single address is a network of one; an IPv4 address or network spelled in IPv6 is the IPv4 one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IPNetwork network)
    {
        network = default;
        if (text?.Split('/') is not { Length: 1 or 2 } parts || Address(parts[0]) is not { } address)
            return false;

        var width = address.GetAddressBytes().Length * 8;
        if ((parts.Length == 1 ? width : Prefix(parts[1])) is not { } prefix || prefix > width || !EndsBefore(address, prefix))
            return false;

        network = address.IsIPv4MappedToIPv6 && prefix >= MappedBits
            ? new IPNetwork(address.MapToIPv4(), prefix - MappedBits)
            : new IPNetwork(address, prefix);
        return true;
    }

    /// <summary>The same address or network, written as everybody writes it; null when it is none.</summary>
    public static string? Canonical(string? text)
    {
        if (!TryParse(text, out var network))
            return null;

        return text.Contains('/', StringComparison.Ordinal) ? network.ToString() : network.BaseAddress.ToString();
    }

    /// <summary>Whether the address lies in one of the networks; an IPv4 address that a socket shows as IPv6 counts as itself.</summary>
    public static bool Contain(IEnumerable<IPNetwork> networks, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Any(network => network.Contains(plain));
    }

    private static IPAddress? Address(string text)
    {
        // What the framework also reads: brackets, ports and names of our own devices.
        if (text.Length == 0 || !text.All(letter => char.IsAsciiHexDigit(letter) || letter is '.' or ':'))
            return null;

        var dotted = text[(text.LastIndexOf(':') + 1)..];
        var isFine = dotted.Contains('.', StringComparison.Ordinal) ? IsDotted(dotted) : dotted.Length < text.Length;
        return isFine && IPAddress.TryParse(text, out var address) ? address : null;
    }

    private static bool IsDotted(string text) => text.Split('.') is { Length: 4 } parts && parts.All(part => Number(part, 3) <= byte.MaxValue);

    private static int? Prefix(string text) => Number(text, 3);

    /// <summary>Plain digits without a leading zero; null for anything else.</summary>
    private static int? Number(string text, int maxDigits)
    {
        if (text.Length == 0 || text.Length > maxDigits || !text.All(char.IsAsciiDigit) || (text.Length > 1 && text[0] == '0'))
            return null;

        return int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether no bit is set behind the prefix.</summary>
    private static bool EndsBefore(IPAddress address, int prefix)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = prefix; bit < bytes.Length * 8; bit++)
        {
            if ((bytes[bit / 8] & (0x80 >> (bit % 8))) != 0)
                return false;
        }

        return true;
    }
}
