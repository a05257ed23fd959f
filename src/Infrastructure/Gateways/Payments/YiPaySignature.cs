using System.Security.Cryptography;
using System.Text;

namespace VpsPanel.Infrastructure.Gateways.Payments;

/// <summary>MD5, as the protocol wants it, over everything but the signature, its type and blanks, in byte order, then the key.</summary>
internal static class YiPaySignature
{
    public static string Of(IReadOnlyDictionary<string, string> parameters, string key)
    {
        var pairs = parameters
            .Where(pair => pair.Key is not ("sign" or "sign_type") && pair.Value.Length > 0)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={pair.Value}");
        return Convert.ToHexStringLower(Md5(Encoding.UTF8.GetBytes(string.Join('&', pairs) + key)));
    }

    /// <summary>In constant time, whatever the case of the digits.</summary>
    public static bool Matches(IReadOnlyDictionary<string, string> parameters, string key, string sign) =>
        key.Length > 0 && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Of(parameters, key)), Encoding.UTF8.GetBytes(sign.ToLowerInvariant()));

#pragma warning disable CA5351 // The gateways know nothing else.
    private static byte[] Md5(byte[] text) => MD5.HashData(text);
#pragma warning restore CA5351
}
