using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Accounts.Commands;

public sealed record SetUserStatus(UserId Id, string? Status) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("user.status", "user", Id.Value.ToString(), new { status = Status });
}

internal sealed class SetUserStatusValidator : AbstractValidator<SetUserStatus>
{
    public SetUserStatusValidator() => RuleFor(command => command.Status).NotEmpty().UserStatus();
}

internal sealed class SetUserStatusHandler(IUsers users, SessionDesk desk) : ICommandHandler<SetUserStatus>
{
    public async Task<Result> Handle(SetUserStatus command, CancellationToken ct)
    {
        if (await users.Find(command.Id, ct) is not { } user)
            return AccountErrors.UserNotFound;

        if (user.IsAdmin)
            return AccountErrors.AdminNotEditable;

        user.SetStatus(WireNames.Parse<UserStatus>(command.Status!));
        if (user.Status != UserStatus.Active)
            await desk.EndAll(user.Id, besides: null, ct);

        return Result.Success;
    }
}
