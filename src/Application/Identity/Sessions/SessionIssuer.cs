using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions;

/// <summary>Opens sessions and ends them.</summary>
internal sealed class SessionIssuer(
    ISessions sessions, AdminRights rights, IAccessTokens access, IRefreshTokens refresh, ICurrentActor actor, TimeProvider clock)
    : ISessionEnding
{
    public async Task<TokenPair> Open(User user, string? client, UserId? openedBy, CancellationToken ct)
    {
        var session = Session.Open(user.Id, clock.GetUtcNow() + refresh.Lifetime, actor.Address, client, openedBy);
        await sessions.Add(session, ct);
        return await Tokens(user, session, ct);
    }

    public async Task<TokenPair> Tokens(User user, Session session, CancellationToken ct)
    {
        // The refresh token that would renew it is dead when the session ends.
        var left = session.ExpiresAt - clock.GetUtcNow();
        var token = access.Issue(user, session.Id, left);
        return new TokenPair(
            token.Text, refresh.Issue(session), "Bearer", (long)token.Lifetime.TotalSeconds, (long)left.TotalSeconds,
            user.SignedIn(await rights.GrantsOf(user, ct)));
    }

    /// <summary>No refresh token: whoever holds a day's token must not get a month's out of it.</summary>
    public async Task<TokenPair> AccessOnly(User user, Session session, CancellationToken ct) =>
        await Tokens(user, session, ct) with { RefreshToken = null, RefreshExpiresIn = null };

    /// <inheritdoc/>
    public async Task EndAll(UserId user, SessionId? besides, CancellationToken ct)
    {
        foreach (var session in await sessions.ListOf(user, ct))
        {
            if (session.Id != besides)
                session.Revoke(clock.GetUtcNow());
        }
    }
}
