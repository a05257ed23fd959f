using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;

namespace VpsPanel.Infrastructure.Security;

/// <summary><c>rt1.session.number.signature</c>; the signature also covers the session's random stamp.</summary>
internal sealed class RefreshTokens(IOptions<AuthOptions> options) : IRefreshTokens
{
    private const string Version = "rt1";
    private const int MaxLength = 200;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.SigningKey), 32, info: "vpspanel refresh tokens"u8.ToArray());

    public TimeSpan Lifetime => options.Value.RefreshLifetime;

    public string Issue(Session session) => Write(session, session.Generation);

    public SessionId? SessionOf(string token) =>
        token.Length <= MaxLength && token.Split('.') is [Version, var id, _, _] && long.TryParse(id, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new SessionId(number)
            : null;

    public int? GenerationOf(string token, Session session) =>
        token.Split('.') is [Version, _, var text, _]
        && int.TryParse(text, CultureInfo.InvariantCulture, out var generation)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Write(session, generation)))
            ? generation
            : null;

    private string Write(Session session, int generation)
    {
        var claim = $"{Version}.{session.Id.Value}.{generation}";
        var signature = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{claim}.{session.Stamp}"));
        return $"{claim}.{Convert.ToHexStringLower(signature)}";
    }
}
