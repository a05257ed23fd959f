using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Accounts;

/// <summary>One signed-in client. Its access tokens work only while it lives.</summary>
public sealed class Session : AggregateRoot<SessionId>
{
    private Session()
    {
    }

    public UserId UserId { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static Session Open(UserId user, DateTimeOffset expiresAt) => new() { UserId = user, ExpiresAt = expiresAt };

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
