using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Security;

/// <summary>AES-256-GCM under a key derived from the configuration; <c>v1.</c> nonce, tag and text in base64.</summary>
internal sealed class SecretProtector(IOptions<SecretOptions> options) : ISecretProtector
{
    private const string Version = "v1.";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.Key), 32, info: "vpspanel secrets"u8.ToArray());

    public string Protect(string plain)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var box = new byte[NonceBytes + TagBytes + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(
            box.AsSpan(0, NonceBytes), text, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return Version + Convert.ToBase64String(box);
    }

    public string? Unprotect(string @sealed)
    {
        if (!@sealed.StartsWith(Version, StringComparison.Ordinal))
            return null;

        try
        {
            var box = Convert.FromBase64String(@sealed[Version.Length..]);
            var text = new byte[box.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(_key, TagBytes);
            aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), text);
            return Encoding.UTF8.GetString(text);
        }
        catch (Exception error) when (error is FormatException or CryptographicException or OverflowException)
        {
            return null;
        }
    }
}
