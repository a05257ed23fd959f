using System.Security.Cryptography;
using System.Text;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Captchas;

public readonly record struct CaptchaId(long Value) : IId<CaptchaId>
{
    public static CaptchaId From(long value) => new(value);
}

/// <summary>A drawn code that a person has to type. Only its hash is kept; whoever uses it removes it.</summary>
[StreamName("captcha")]
public sealed class Captcha : AggregateRoot<CaptchaId>
{
    public const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public const int Length = 5;

    public const int MaxWrongCodes = 3;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private Captcha()
    {
    }

    public string PublicId { get; private set; } = "";

    public string CodeHash { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public static Captcha Of(string code, DateTimeOffset now)
    {
        var publicId = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", 20);
        return new() { PublicId = publicId, CodeHash = Hash(publicId, code), ExpiresAt = now + Lifetime };
    }

    public bool IsSolvedBy(string code, DateTimeOffset now) => ExpiresAt > now && CodeHash == Hash(PublicId, code);

    private static string Hash(string publicId, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{publicId}:{code.Trim().ToUpperInvariant()}")));
}
