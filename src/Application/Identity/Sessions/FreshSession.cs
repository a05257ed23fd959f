using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions;

/// <summary>
/// For what a token alone must not do, since it may be stolen: the person signed in or gave their password a short while ago. API keys and
/// admins who act as somebody else never qualify.
/// </summary>
public sealed class FreshSession(ISessions sessions, ISettings settings, ICurrentActor actor, TimeProvider clock)
{
    /// <summary>Null when the caller may change what carries the credentials of others, and does so in a fresh session.</summary>
    public async Task<Error?> ForCredentials(CancellationToken ct) => actor.May(PermissionGroup.Credentials)
        ? await Require(ct)
        : Error.Forbidden("auth.permission_denied", $"permission denied: needs {PermissionGroup.Credentials}");

    /// <summary>Null when the caller's session is fresh; <c>auth.reauthenticate</c> otherwise. The system needs none.</summary>
    public async Task<Error?> Require(CancellationToken ct)
    {
        if (actor.Kind is ActorKind.System or ActorKind.Anonymous)
            return null;

        var within = TimeSpan.FromMinutes(await settings.Number(AccountSettings.FreshSessionMinutes, ct));
        return actor.Session is { } id && await sessions.Find(id, ct) is { } session
            && session.UserId == actor.UserId && session.IsFresh(within, clock.GetUtcNow())
            ? null
            : AccountErrors.Reauthenticate;
    }
}
