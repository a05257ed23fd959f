using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Accounts.Commands;

/// <summary>An admin gives a customer a new password, which ends all his sessions.</summary>
public sealed record ResetUserPassword(UserId Id, string? Password) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("user.reset_password", "user", Id.Value.ToString());
}

internal sealed class ResetUserPasswordValidator : AbstractValidator<ResetUserPassword>
{
    public ResetUserPasswordValidator() => RuleFor(command => command.Password).NewPassword();
}

internal sealed class ResetUserPasswordHandler(IUsers users, IPasswords passwords, SessionDesk desk, ISettings settings)
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
        await desk.PasswordChanged(user.Id, besides: null, ct);
        return Result.Success;
    }
}
