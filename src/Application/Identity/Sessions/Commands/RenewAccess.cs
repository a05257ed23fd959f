using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions.Commands;

/// <summary>A new access token for a session that lives; its refresh token stays.</summary>
public sealed record RenewAccess(SessionId Session) : ICommand<TokenPair>;

internal sealed class RenewAccessHandler(ISessions sessions, IUsers users, SessionIssuer desk, TimeProvider clock)
    : ICommandHandler<RenewAccess, TokenPair>
{
    /// <summary>Since signing in. Afterwards a stolen access token can no longer be kept alive by itself.</summary>
    private static readonly TimeSpan Renewable = TimeSpan.FromHours(24);

    public async Task<Result<TokenPair>> Handle(RenewAccess command, CancellationToken ct)
    {
        var session = await sessions.Find(command.Session, ct);
        var now = clock.GetUtcNow();
        if (session is null || !session.IsLiving(now) || session.CreatedAt + Renewable <= now
            || await users.Find(session.UserId, ct) is not { Status: UserStatus.Active } user)
            return AccountErrors.InvalidRefreshToken;

        return await desk.AccessOnly(user, session, ct);
    }
}
