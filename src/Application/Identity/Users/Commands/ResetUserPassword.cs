using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

/// <summary>An admin gives a customer a new password, which ends all their sessions.</summary>
public sealed record ResetUserPassword(UserId Id, string? Password) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("user.reset_password", "user", Id.Value.ToString());
}

internal sealed class ResetUserPasswordValidator : AbstractValidator<ResetUserPassword>
{
    public ResetUserPasswordValidator() => RuleFor(command => command.Password).NewPassword();
}

internal sealed class ResetUserPasswordHandler(IUsers users, IPasswordHasher passwords, CredentialChanges credentials, ISettings settings)
    : ICommandHandler<ResetUserPassword>
{
    public async Task<Result> Handle(ResetUserPassword command, CancellationToken ct)
    {
        if (await settings.CheckPassword(command.Password!, "password", ct) is { } tooShort)
            return tooShort;

        if (await users.Find(command.Id, ct) is not { } user)
            return AccountErrors.UserNotFound;

        if (user.IsAdmin)
            return AccountErrors.AdminNotEditable;

        user.ChangePassword(passwords.Hash(command.Password!));
        await credentials.PasswordChanged(user.Id, besides: null, ct);
        return Result.Success;
    }
}
