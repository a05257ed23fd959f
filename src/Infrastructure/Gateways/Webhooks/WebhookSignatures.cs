using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VpsPanel.Infrastructure.Gateways.Webhooks;

/// <summary>The two ways in which a message is signed.</summary>
internal static class WebhookSignatures
{
    private const string Prefix = "whsec_";

    /// <summary>Lower-case hex over the body, keyed with the secret as it is written.</summary>
    public static string Hex(string secret, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    /// <summary>Standard Webhooks, version 1: over id, time and body. Several signatures are parted by blanks.</summary>
    public static string Standard(string secret, string id, long timestamp, string body)
    {
        var text = Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}");
        return string.Join(' ', Keys(secret).Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, text))));
    }

    /// <summary>
    /// With the prefix the rest is Base64. Without it nobody knows whether a receiver takes the text as it is or decodes it, so
    /// what can be decoded signs both ways; receivers look for one signature that fits.
    /// </summary>
    private static IEnumerable<byte[]> Keys(string secret)
    {
        var isMarked = secret.StartsWith(Prefix, StringComparison.Ordinal);
        var text = isMarked ? secret[Prefix.Length..] : secret;
        var decoded = Base64.IsValid(text) ? Convert.FromBase64String(text) : [];
        if (!isMarked || decoded.Length == 0)
            yield return Encoding.UTF8.GetBytes(text);

        if (decoded.Length > 0)
            yield return decoded;
    }
}
