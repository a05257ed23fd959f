using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

/// <summary>Deleting an admin disables them as well: what they did stays attributed.</summary>
public sealed record SetAdminStatus(UserId Id, string? Status, bool IsDeletion = false) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => IsDeletion
        ? new("admin.delete", "user", Id.Value.ToString())
        : new("admin.status", "user", Id.Value.ToString(), new { status = Status });
}

internal sealed class SetAdminStatusValidator : AbstractValidator<SetAdminStatus>
{
    public SetAdminStatusValidator() =>
        RuleFor(command => command.Status).Must(status => status is "active" or "disabled").WithMessage("must be active or disabled");
}

internal sealed class SetAdminStatusHandler(IUsers users, AdminRights rights, ISessionEnding sessions) : ICommandHandler<SetAdminStatus>
{
    public async Task<Result> Handle(SetAdminStatus command, CancellationToken ct)
    {
        if (await users.Find(command.Id, ct) is not { IsAdmin: true } admin)
            return AccountErrors.AdminNotFound;

        if (await rights.MayGovern(admin, ct) is { IsSuccess: false } refused)
            return refused;

        admin.SetStatus(WireNames.Parse<UserStatus>(command.Status!));
        if (admin.Status != UserStatus.Active)
            await sessions.EndAll(admin.Id, besides: null, ct);

        return Result.Success;
    }
}
