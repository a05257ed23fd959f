using System.Security.Cryptography;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Sessions;

/// <summary>One signed-in client. Its access tokens work only while it lives; its refresh tokens count up.</summary>
[StreamName("session")]
public sealed class Session : AggregateRoot<SessionId>
{
    public const int MaxAddressLength = 64;

    public const int MaxClientLength = 200;

    private static readonly TimeSpan TwinWindow = TimeSpan.FromSeconds(10);

    private Session()
    {
    }

    public UserId UserId { get; private set; }

    /// <summary>The admin who acts as the user; null when the user signed in.</summary>
    public UserId? OpenedBy { get; private set; }

    /// <summary>Random; part of every refresh token, so that tokens do not fit a session of another database with the same id.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>Number of the living refresh token.</summary>
    public int Generation { get; private set; }

    public DateTimeOffset? RotatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When the person last proved again who they are; null when they have not since they signed in.</summary>
    public DateTimeOffset? ReauthenticatedAt { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>What the client called itself.</summary>
    public string Client { get; private set; } = "";

    public static Session Open(
        UserId user, DateTimeOffset expiresAt, string? address = null, string? client = null, UserId? openedBy = null) =>
        new()
        {
            UserId = user,
            ExpiresAt = expiresAt,
            Stamp = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Address = Cut(address, MaxAddressLength),
            Client = Cut(client, MaxClientLength),
            OpenedBy = openedBy,
        };

    public bool IsLiving(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;

    /// <summary>Uses up the refresh token with this number; a renewed session lives until <paramref name="expiresAt"/>.</summary>
    public Rotation Rotate(int generation, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        if (!IsLiving(now))
            return Rotation.Over;

        if (generation == Generation)
        {
            Generation++;
            RotatedAt = now;
            ExpiresAt = expiresAt;
            return Rotation.Renewed;
        }

        if (generation == Generation - 1 && now - RotatedAt <= TwinWindow)
            return Rotation.Twin;

        Revoke(now);
        return Rotation.Reused;
    }

    public void Reauthenticate(DateTimeOffset now) => ReauthenticatedAt = now;

    /// <summary>Whether the person signed in, or proved who they are, within this time. Never so when somebody else acts as them.</summary>
    public bool IsFresh(TimeSpan within, DateTimeOffset now) =>
        OpenedBy is null && IsLiving(now) && (ReauthenticatedAt ?? CreatedAt) > now - within;

    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return;

        RevokedAt = now;
        Raise(new SessionRevoked(UserId));
    }

    private static string Cut(string? text, int length) =>
        new([.. (text ?? "").Where(letter => !char.IsControl(letter)).Take(length)]);
}
