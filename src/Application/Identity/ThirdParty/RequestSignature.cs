using System.Security.Cryptography;
using System.Text;

namespace VpsPanel.Application.Identity.ThirdParty;

/// <summary>HMAC-SHA256 over the parts of a call, one per line, in standard base64.</summary>
public static class RequestSignature
{
    public static string Of(SignedCall call, string secret)
    {
        var text = string.Join(
            '\n', call.Method.ToUpperInvariant(), call.Path, call.RawQuery, call.Timestamp, call.Nonce, Convert.ToBase64String(call.Body));
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
    }

    public static bool IsRight(SignedCall call, string secret) => Same(call.Signature, Of(call, secret));

    /// <summary>In a time that tells nothing about where the texts differ.</summary>
    public static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
