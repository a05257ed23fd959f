using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

/// <summary>An admin changes a customer's account; null keeps a field. Admins are changed through their own routes.</summary>
public sealed record ChangeUser(
    UserId Id, string? Username, string? Email, string? Qq, string? Phone, string? Bio, string? Intro, string? Avatar, string? Role,
    string? Status)
    : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("user.update", "user", Id.Value.ToString(), new { role = "user", status = Status });
}

internal sealed class ChangeUserValidator : AbstractValidator<ChangeUser>
{
    public ChangeUserValidator()
    {
        RuleFor(command => command.Username).Username().When(command => command.Username is not null);
        RuleFor(command => command.Email).Email().When(command => command.Email is not null);
        RuleFor(command => command.Qq).Line(32);
        RuleFor(command => command.Phone).Line(32);
        RuleFor(command => command.Bio).MaximumLength(500);
        RuleFor(command => command.Intro).MaximumLength(2000);
        RuleFor(command => command.Avatar).Line(500).SafeLink();
        RuleFor(command => command.Status).UserStatus();
        RuleFor(command => command.Role).Must(role => string.IsNullOrWhiteSpace(role) || role.Trim() == "user")
            .WithMessage("admin role not allowed");
    }
}

internal sealed class ChangeUserHandler(IUsers users, ISessionEnding sessions, CredentialChanges credentials) : ICommandHandler<ChangeUser>
{
    public async Task<Result> Handle(ChangeUser command, CancellationToken ct)
    {
        if (await users.Find(command.Id, ct) is not { } user)
            return AccountErrors.UserNotFound;

        if (user.IsAdmin)
            return AccountErrors.AdminNotEditable;

        foreach (var login in new[] { command.Username, command.Email })
        {
            if (login is not null && await users.IsTaken(login, user.Id, ct))
                return AccountErrors.Duplicate;
        }

        if (command.Email is not null)
            await credentials.DropResets(user.Id, ct);

        user.Edit(new ProfileChange(
            command.Username, command.Email, Qq: command.Qq, Phone: command.Phone, Bio: command.Bio, Intro: command.Intro,
            Avatar: command.Avatar));
        if (WireNames.TryParse<UserStatus>(command.Status, out var status))
        {
            user.SetStatus(status);
            if (status != UserStatus.Active)
                await sessions.EndAll(user.Id, besides: null, ct);
        }

        return Result.Success;
    }
}
