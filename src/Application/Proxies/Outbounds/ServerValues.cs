using System.Buffers.Text;
using System.Globalization;
using System.Text.RegularExpressions;

namespace VpsPanel.Application.Proxies.Outbounds;

/// <summary>The values that every client takes, in the one form that is stored; null for what none takes.</summary>
internal static partial class ServerValues
{
    private const int KeyBytes = 32;
    private const int Mldsa65Bytes = 1952;

    private static readonly string[] Browsers =
        ["chrome", "firefox", "safari", "ios", "edge", "qq", "random", "randomized", "android", "360"];

    /// <summary>They have no TLS 1.3, which REALITY needs.</summary>
    public static bool IsOldBrowser(string fingerprint) => fingerprint is "android" or "360";

    public static bool IsBrowser(string fingerprint) => Browsers.Contains(fingerprint);

    /// <summary>32 bytes as 43 characters of base64url.</summary>
    public static string? RealityKey(string text) => Decode(text, KeyBytes) is { } key ? Base64Url.EncodeToString(key) : null;

    public static string? Mldsa65(string text) => Decode(text, Mldsa65Bytes) is { } key ? Base64Url.EncodeToString(key) : null;

    public static bool IsShortId(string text) =>
        text.Length <= 16 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);

    /// <summary>SHA-256 as 64 digits.</summary>
    public static string? CertificatePin(string text)
    {
        var digits = text.Replace(":", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return digits.Length == 64 && digits.All(char.IsAsciiHexDigit) ? digits.ToLowerInvariant() : null;
    }

    /// <summary>SHA-256 in base64.</summary>
    public static string? PublicKeyPin(string text) => Decode(text, KeyBytes) is { } key ? Convert.ToBase64String(key) : null;

    /// <summary>Base64 with its padding, of the length that the method wants.</summary>
    public static bool IsServerKey(string text, string method) =>
        Convert.TryFromBase64String(text, new byte[64], out var length) && length == (method.Contains("aes-128", StringComparison.Ordinal) ? 16 : 32);

    /// <summary>Base64, or an address to ask such as <c>https://1.1.1.1/dns-query</c>.</summary>
    public static string? Ech(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
            return text.Any(char.IsWhiteSpace) ? null : text;

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length > 0 ? Convert.ToBase64String(bytes, 0, length) : null;
    }

    /// <summary>A name or an address as the TLS greeting and the Host header hold it; a name of other letters in its ASCII form.</summary>
    public static string? Name(string text)
    {
        try
        {
            var ascii = text.All(char.IsAscii) ? text : new IdnMapping().GetAscii(text);
            return NameShape().IsMatch(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Ports as <c>443,20000-30000</c>; sing-box writes a colon for the dash.</summary>
    public static string? Ports(string text)
    {
        var parts = text.Replace(':', '-').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is > 0 and <= 32 && parts.All(IsRange) ? string.Join(',', parts) : null;
    }

    /// <summary>mihomo and Xray name the scheme, the mode and the round trips, then padding and keys.</summary>
    public static bool IsVlessEncryption(string text) => EncryptionShape().IsMatch(text);

    public static bool IsToken(string text) => TokenShape().IsMatch(text);

    private static bool IsRange(string text)
    {
        var ends = text.Split('-');
        return ends.Length <= 2 && Port(ends[0]) is { } first && Port(ends[^1]) is { } last && first <= last;
    }

    public static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65_535 ? port : null;

    /// <summary>Either alphabet, with or without padding.</summary>
    private static byte[]? Decode(string text, int length)
    {
        var url = text.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var bytes = new byte[length + 3];
        try
        {
            return Base64Url.IsValid(url) && Base64Url.GetMaxDecodedLength(url.Length) <= bytes.Length
                && Base64Url.TryDecodeFromChars(url, bytes, out var written) && written == length
                ? bytes[..length]
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_*]([A-Za-z0-9_.:*-]{0,253}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameShape();

    [GeneratedRegex(@"\Amlkem768x25519plus\.(native|xorpub|random)\.(0rtt|1rtt)(\.[A-Za-z0-9_-]+)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncryptionShape();

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+.^_`|~/-]{1,64}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TokenShape();
}
