using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions.Commands;

/// <summary>Ends one of the caller's own sessions.</summary>
public sealed record EndSession(SessionId Id) : ICommand;

internal sealed class EndSessionHandler(ISessions sessions, ICurrentActor actor, TimeProvider clock) : ICommandHandler<EndSession>
{
    public async Task<Result> Handle(EndSession command, CancellationToken ct)
    {
        if (await sessions.Find(command.Id, ct) is not { RevokedAt: null } session || session.UserId != actor.UserId)
            return AccountErrors.SessionNotFound;

        session.Revoke(clock.GetUtcNow());
        return Result.Success;
    }
}
