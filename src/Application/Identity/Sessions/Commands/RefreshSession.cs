using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions.Commands;

/// <summary>Exchanges a refresh token for a new pair; the old one is dead then.</summary>
public sealed record RefreshSession(string? RefreshToken) : ICommand<SessionRenewal>;

/// <summary>Null when the session ended, because an old token came back.</summary>
public sealed record SessionRenewal(TokenPair? Tokens);

internal sealed class RefreshSessionHandler(
    ISessions sessions, IUsers users, IRefreshTokens tokens, SessionIssuer desk,
    TimeProvider clock) : ICommandHandler<RefreshSession, SessionRenewal>
{
    public async Task<Result<SessionRenewal>> Handle(RefreshSession command, CancellationToken ct)
    {
        var token = command.RefreshToken?.Trim() ?? "";
        if (tokens.SessionOf(token) is not { } id || await sessions.FindForUpdate(id, ct) is not { } session
            || tokens.GenerationOf(token, session) is not { } generation)
            return AccountErrors.InvalidRefreshToken;

        if (await users.Find(session.UserId, ct) is not { Status: UserStatus.Active } user)
            return AccountErrors.InvalidRefreshToken;

        var now = clock.GetUtcNow();
        return session.Rotate(generation, now + tokens.Lifetime, now) switch
        {
            Rotation.Renewed or Rotation.Twin => new SessionRenewal(await desk.Tokens(user, session, ct)),

            // A success without tokens: a refusal would not commit the end of the session.
            Rotation.Reused => new SessionRenewal(null),
            _ => AccountErrors.InvalidRefreshToken,
        };
    }
}
