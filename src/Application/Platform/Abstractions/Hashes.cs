using System.Security.Cryptography;
using System.Text;

namespace VpsPanel.Application.Platform.Abstractions;

internal static class Hashes
{
    /// <summary>For secrets that are long and random; a password needs a slow hash instead.</summary>
    public static string OfToken(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
