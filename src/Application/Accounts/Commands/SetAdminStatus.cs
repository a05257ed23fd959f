using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Accounts.Commands;

/// <summary>Deleting an admin disables him as well: what he did stays attributed.</summary>
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

internal sealed class SetAdminStatusHandler(IUsers users, AdminRights rights, SessionDesk desk) : ICommandHandler<SetAdminStatus>
{
    public async Task<Result> Handle(SetAdminStatus command, CancellationToken ct)
    {
        if (await users.Find(command.Id, ct) is not { IsAdmin: true } admin)
            return AccountErrors.AdminNotFound;

        if (await rights.MayGovern(admin, ct) is { IsSuccess: false } refused)
            return refused;

        admin.SetStatus(WireNames.Parse<UserStatus>(command.Status!));
        if (admin.Status != UserStatus.Active)
            await desk.EndAll(admin.Id, besides: null, ct);

        return Result.Success;
    }
}
