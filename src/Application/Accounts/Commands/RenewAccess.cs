using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Accounts.Commands;

/// <summary>A new access token for a session that lives; its refresh token stays.</summary>
public sealed record RenewAccess(SessionId Session) : ICommand<TokenPair>;

internal sealed class RenewAccessHandler(ISessions sessions, IUsers users, SessionDesk desk, TimeProvider clock)
    : ICommandHandler<RenewAccess, TokenPair>
{
    public async Task<Result<TokenPair>> Handle(RenewAccess command, CancellationToken ct)
    {
        var session = await sessions.Find(command.Session, ct);
        if (session is null || !session.IsLiving(clock.GetUtcNow())
            || await users.Find(session.UserId, ct) is not { Status: UserStatus.Active } user)
            return AccountErrors.InvalidRefreshToken;

        return await desk.AccessOnly(user, session, ct);
    }
}
