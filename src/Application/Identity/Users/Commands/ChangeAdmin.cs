using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

/// <summary>Nobody changes their own group.</summary>
public sealed record ChangeAdmin(UserId Id, string? Username, string? Email, string? Qq, long? PermissionGroupId) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("admin.update", "user", Id.Value.ToString(), new { username = Username, email = Email });
}

internal sealed class ChangeAdminValidator : AbstractValidator<ChangeAdmin>
{
    public ChangeAdminValidator()
    {
        RuleFor(command => command.Username).Username().When(command => command.Username is not null);
        RuleFor(command => command.Email).Email().When(command => command.Email is not null);
        RuleFor(command => command.Qq).MaximumLength(32).Must(qq => qq is null || qq.All(char.IsAsciiDigit)).WithMessage("must be digits");
    }
}

internal sealed class ChangeAdminHandler(
    IUsers users, AdminRights rights, CredentialChanges credentials, ICurrentActor actor) : ICommandHandler<ChangeAdmin>
{
    public async Task<Result> Handle(ChangeAdmin command, CancellationToken ct)
    {
        if (await users.Find(command.Id, ct) is not { IsAdmin: true } admin)
            return AccountErrors.AdminNotFound;

        var isMe = admin.Id == actor.UserId;
        if (isMe && command.PermissionGroupId is not null)
            return Error.Validation("permission_group_id", "not possible on one's own account", AccountErrors.NotOneself.Code);

        if (!isMe && await rights.MayGovern(admin, ct) is { IsSuccess: false } above)
            return above;

        var group = command.PermissionGroupId is { } id ? new PermissionGroupId(id) : (PermissionGroupId?)null;
        if (await rights.MayAssign(group, ct) is { IsSuccess: false } refused)
            return refused;

        foreach (var login in new[] { command.Username, command.Email })
        {
            if (login is not null && await users.IsTaken(login, admin.Id, ct))
                return AccountErrors.Duplicate;
        }

        if (command.Email is not null)
            await credentials.DropResets(admin.Id, ct);

        admin.Edit(new ProfileChange(command.Username, command.Email, Qq: command.Qq));
        if (group is not null)
            admin.Join(group);

        return Result.Success;
    }
}
