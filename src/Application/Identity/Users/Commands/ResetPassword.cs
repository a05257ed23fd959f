using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

/// <summary>Redeems the link; every session of the account ends.</summary>
public sealed record ResetPassword(string? Token, string? NewPassword) : ICommand;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator()
    {
        RuleFor(command => command.Token).NotEmpty().MaximumLength(128);
        RuleFor(command => command.NewPassword).NewPassword();
    }
}

internal sealed class ResetPasswordHandler(
    IPasswordResets resets, IUsers users, IPasswordHasher passwords, CredentialChanges credentials, ISettings settings, TimeProvider clock)
    : ICommandHandler<ResetPassword>
{
    public async Task<Result> Handle(ResetPassword command, CancellationToken ct)
    {
        if (await settings.CheckPassword(command.NewPassword!, "new_password", ct) is { } tooShort)
            return tooShort;

        if (await resets.FindByHash(Hashes.OfToken(command.Token!.Trim()), ct) is not { } reset)
            return AccountErrors.ResetTokenUnknown;

        var used = reset.Use(clock.GetUtcNow());
        if (!used.IsSuccess)
            return used;

        if (await users.Find(reset.UserId, ct) is not { } user)
            return AccountErrors.ResetTokenUnknown;

        user.ChangePassword(passwords.Hash(command.NewPassword!));
        await credentials.PasswordChanged(user.Id, besides: null, ct);
        return Result.Success;
    }
}
