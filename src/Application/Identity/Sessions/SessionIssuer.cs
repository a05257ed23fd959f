using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions;

/// <summary>Opens sessions and ends them.</summary>
internal sealed class SessionIssuer(
    ISessions sessions, IPasswordResets resets, IPermissionGroups groups, IUsers users, IAccessTokens access, IRefreshTokens refresh,
    ICurrentActor actor, TimeProvider clock)
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
            user.SignedIn(await Grants(user, ct)));
    }

    /// <summary>No refresh token: whoever holds a day's token must not get a month's out of it.</summary>
    public async Task<TokenPair> AccessOnly(User user, Session session, CancellationToken ct) =>
        await Tokens(user, session, ct) with { RefreshToken = null, RefreshExpiresIn = null };

    /// <summary>What an admin may do; null for others.</summary>
    public async Task<IReadOnlyList<string>?> Grants(User user, CancellationToken ct)
    {
        if (!user.IsAdmin)
            return null;

        if (await users.PrimaryAdmin(ct) == user.Id)
            return ["*"];

        return user.PermissionGroupId is { } id && await groups.Find(id, ct) is { } group ? group.GrantList : [];
    }

    /// <summary>Ends what the old password opened, the reset links under way too.</summary>
    public async Task PasswordChanged(UserId user, SessionId? besides, CancellationToken ct)
    {
        await EndAll(user, besides, ct);
        await DropResets(user, ct);
    }

    /// <summary>Links that went to an old address, or were asked for before, no longer work.</summary>
    public async Task DropResets(UserId user, CancellationToken ct)
    {
        // The link that is being redeemed is used by now, though the database does not know yet.
        foreach (var open in (await resets.ListOpen(user, ct)).Where(reset => reset.UsedAt is null))
            resets.Remove(open);
    }

    public async Task EndAll(UserId user, SessionId? besides, CancellationToken ct)
    {
        foreach (var session in await sessions.ListOf(user, ct))
        {
            if (session.Id != besides)
                session.Revoke(clock.GetUtcNow());
        }
    }
}
