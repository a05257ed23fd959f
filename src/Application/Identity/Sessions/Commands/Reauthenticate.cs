using FluentValidation;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Sessions.Commands;

/// <summary>Makes the caller's session a fresh one, see <see cref="FreshSession"/>.</summary>
public sealed record Reauthenticate(string? Password) : ICommand;

internal sealed class ReauthenticateValidator : AbstractValidator<Reauthenticate>
{
    public ReauthenticateValidator() => RuleFor(command => command.Password).NotEmpty().MaximumLength(AccountRules.MaxPassword);
}

internal sealed class ReauthenticateHandler(
    ISessions sessions, IUsers users, OwnPassword passwords, ICurrentActor actor, TimeProvider clock) : ICommandHandler<Reauthenticate>
{
    public async Task<Result> Handle(Reauthenticate command, CancellationToken ct)
    {
        if (actor.Session is not { } id || await sessions.Find(id, ct) is not { OpenedBy: null } session || session.UserId != actor.UserId)
            return AccountErrors.Reauthenticate;

        if (await users.Find(actor.UserId, ct) is not { } user)
            return AccountErrors.UserNotFound;

        if (await passwords.Check(user, command.Password!, "password", ct) is { } wrong)
            return wrong;

        session.Reauthenticate(clock.GetUtcNow());
        return Result.Success;
    }
}
