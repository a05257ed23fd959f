using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using VpsPanel.Application.Proxies.Outbounds;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>
/// What a subscriber shows to one server. Derived from the secret of the subscription, so that nothing has to be stored and a
/// rotation changes all of them; another one on every node, so that a node which is taken over cannot play the user elsewhere.
/// </summary>
internal sealed record Credential(string Uuid, string Password)
{
    private const int PasswordBytes = 24;

    private byte[] Seed { get; init; } = [];

    /// <param name="secret">Of the subscription.</param>
    public static Credential For(string secret, long nodeId, string protocol)
    {
        var seed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"node/{nodeId}/{protocol}"));
        var uuid = HMACSHA256.HashData(seed, "uuid"u8)[..16];
        uuid[6] = (byte)((uuid[6] & 0x0F) | 0x40);
        uuid[8] = (byte)((uuid[8] & 0x3F) | 0x80);
        var password = HMACSHA256.HashData(seed, "password"u8).AsSpan(0, PasswordBytes);
        return new Credential(new Guid(uuid, bigEndian: true).ToString(), Base64Url.EncodeToString(password)) { Seed = seed };
    }

    /// <summary>Shadowsocks 2022 wants keys of the cipher's length in place of passwords.</summary>
    public string ShadowsocksPassword(ProxyServer server)
    {
        if (!server.Method.StartsWith("2022-", StringComparison.Ordinal))
            return Password;

        var length = server.Method.Contains("aes-128", StringComparison.Ordinal) ? 16 : 32;
        var key = Convert.ToBase64String(HMACSHA256.HashData(Seed, "shadowsocks"u8).AsSpan(0, length));
        return server.ServerKey is null ? key : $"{server.ServerKey}:{key}";
    }
}
