using FluentValidation;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

public sealed record CreateAdmin(string? Username, string? Email, string? Password, string? Qq, long? PermissionGroupId)
    : ICommand<UserView>, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("admin.create", "user", ((UserView)answer!).Id.ToString(), new { username = Username, email = Email });
}

internal sealed class CreateAdminValidator : AbstractValidator<CreateAdmin>
{
    public CreateAdminValidator()
    {
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.Email).Email();
        RuleFor(command => command.Password).NewPassword();
        RuleFor(command => command.Qq).MaximumLength(32).Must(qq => qq is null || qq.All(char.IsAsciiDigit)).WithMessage("must be digits");
    }
}

internal sealed class CreateAdminHandler(
    IUsers users, IPermissionGroups groups, AdminRights rights, IPasswordHasher passwords, ISettings settings)
    : ICommandHandler<CreateAdmin, UserView>
{
    public async Task<Result<UserView>> Handle(CreateAdmin command, CancellationToken ct)
    {
        if (await settings.CheckPassword(command.Password!, "password", ct) is { } tooShort)
            return tooShort;

        var group = command.PermissionGroupId is { } id
            ? new PermissionGroupId(id)
            : (await groups.FindByName(DefaultPermissionGroups.SuperAdmin, ct))?.Id;
        if (await rights.MayAssign(group, ct) is { IsSuccess: false } above)
            return above.Error;

        if (await users.IsTaken(command.Username!, default, ct) || await users.IsTaken(command.Email!, default, ct))
            return AccountErrors.Duplicate;

        var admin = User.Appoint(command.Username!, command.Email!, passwords.Hash(command.Password!), group);
        admin.Edit(new ProfileChange(Qq: command.Qq));
        await users.Add(admin, ct);
        return admin.View();
    }
}
