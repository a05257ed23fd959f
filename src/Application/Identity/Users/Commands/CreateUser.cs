using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

/// <summary>An admin opens an account for a customer.</summary>
public sealed record CreateUser(
    string? Username, string? Email, string? Password, string? Qq, string? Phone, string? Bio, string? Intro, string? Status, string? Role)
    : ICommand<UserView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("user.create", "user", ((UserView)answer!).Id.ToString(), new { role = "user" });
}

internal sealed class CreateUserValidator : AbstractValidator<CreateUser>
{
    public CreateUserValidator()
    {
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.Email).Email();
        RuleFor(command => command.Password).NewPassword();
        RuleFor(command => command.Qq).Line(32);
        RuleFor(command => command.Phone).Line(32);
        RuleFor(command => command.Bio).MaximumLength(500);
        RuleFor(command => command.Intro).MaximumLength(2000);
        RuleFor(command => command.Status).UserStatus();
        RuleFor(command => command.Role).Must(role => string.IsNullOrWhiteSpace(role) || role.Trim() == "user")
            .WithMessage("admin role not allowed");
    }
}

internal sealed class CreateUserHandler(IUsers users, IPasswordHasher passwords, ISettings settings) : ICommandHandler<CreateUser, UserView>
{
    public async Task<Result<UserView>> Handle(CreateUser command, CancellationToken ct)
    {
        if (await settings.CheckPassword(command.Password!, "password", ct) is { } tooShort)
            return tooShort;

        if (await users.IsTaken(command.Username!, default, ct) || await users.IsTaken(command.Email!, default, ct))
            return AccountErrors.Duplicate;

        var user = User.Register(
            command.Username!, command.Email!, passwords.Hash(command.Password!), command.Qq ?? "", command.Phone ?? "");
        user.Edit(new ProfileChange(Bio: command.Bio, Intro: command.Intro));
        if (WireNames.TryParse<UserStatus>(command.Status, out var status))
            user.SetStatus(status);

        await users.Add(user, ct);
        return user.View();
    }
}
