using System.Security.Cryptography;
using System.Text;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.ThirdParty;

/// <summary>AES-256-GCM under the SHA-256 of the secret; the body is the ciphertext and then the tag.</summary>
public static class BodyCipher
{
    private const int IvBytes = 12;
    private const int TagBytes = 16;

    /// <param name="iv">Standard base64 of 12 bytes.</param>
    public static Result<byte[]> Decrypt(byte[] body, string iv, string secret)
    {
        Span<byte> nonce = stackalloc byte[IvBytes];
        if (iv.Length != IvBytes / 3 * 4 || !Convert.TryFromBase64String(iv, nonce, out var length) || length != IvBytes)
            return ThirdPartyErrors.BadIv;

        // Nothing was encrypted: a tag alone could only say that it is empty.
        if (body.Length <= TagBytes)
            return ThirdPartyErrors.NotDecrypted;

        var plain = new byte[body.Length - TagBytes];
        using var aes = new AesGcm(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), TagBytes);
        try
        {
            aes.Decrypt(nonce, body.AsSpan(0, plain.Length), body.AsSpan(plain.Length), plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return ThirdPartyErrors.NotDecrypted;
        }
    }
}
