using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions.Commands;

/// <summary>An admin looks through a customer's eyes, in a session of its own that names them.</summary>
public sealed record ImpersonateUser(UserId Id, string? Client) : ICommand<TokenPair>, IAudited
{
    public AuditRecord Audit(object? answer) => new("user.impersonate", "user", Id.Value.ToString());
}

internal sealed class ImpersonateUserHandler(
    IUsers users, SessionIssuer sessions, ICurrentActor actor) : ICommandHandler<ImpersonateUser, TokenPair>
{
    public async Task<Result<TokenPair>> Handle(ImpersonateUser command, CancellationToken ct)
    {
        // The session lives as long as the admin behind it does; behind a key there is nobody.
        if (actor.UserId.Value == 0)
            return Error.Forbidden("auth.admin_required", "admin required");

        if (await users.Find(command.Id, ct) is not { } user)
            return AccountErrors.UserNotFound;

        if (user.IsAdmin)
            return Error.Validation("id", "not a user account", "user.not_a_user");

        return user.Status == UserStatus.Active
            ? await sessions.Open(user, command.Client, actor.UserId, ct)
            : AccountErrors.UserDisabled;
    }
}
