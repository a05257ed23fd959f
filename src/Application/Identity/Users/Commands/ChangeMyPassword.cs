using FluentValidation;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

/// <summary>Needs the old password; ends the caller's other sessions.</summary>
public sealed record ChangeMyPassword(string? OldPassword, string? NewPassword, SessionId? Session) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("profile.change_password", "user", "self");
}

internal sealed class ChangeMyPasswordValidator : AbstractValidator<ChangeMyPassword>
{
    public ChangeMyPasswordValidator()
    {
        RuleFor(command => command.OldPassword).NotEmpty().MaximumLength(AccountRules.MaxPassword);
        RuleFor(command => command.NewPassword).NewPassword();
    }
}

internal sealed class ChangeMyPasswordHandler(
    IUsers users, IPasswordHasher passwords, OwnPassword ownPassword, SessionIssuer sessions, ISettings settings, ICurrentActor actor)
    : ICommandHandler<ChangeMyPassword>
{
    public async Task<Result> Handle(ChangeMyPassword command, CancellationToken ct)
    {
        if (await users.Find(actor.UserId, ct) is not { } user)
            return AccountErrors.UserNotFound;

        if (await ownPassword.Check(user, command.OldPassword!, "old_password", ct) is { } wrong)
            return wrong;

        if (await settings.CheckPassword(command.NewPassword!, "new_password", ct) is { } tooShort)
            return tooShort;

        user.ChangePassword(passwords.Hash(command.NewPassword!));
        await sessions.PasswordChanged(user.Id, command.Session, ct);
        return Result.Success;
    }
}
