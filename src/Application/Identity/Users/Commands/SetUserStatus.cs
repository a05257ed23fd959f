using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

public sealed record SetUserStatus(UserId Id, string? Status) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("user.status", "user", Id.Value.ToString(), new { status = Status });
}

internal sealed class SetUserStatusValidator : AbstractValidator<SetUserStatus>
{
    public SetUserStatusValidator() => RuleFor(command => command.Status).NotEmpty().UserStatus();
}

internal sealed class SetUserStatusHandler(IUsers users, ISessionEnding sessions) : ICommandHandler<SetUserStatus>
{
    public async Task<Result> Handle(SetUserStatus command, CancellationToken ct)
    {
        if (await users.Find(command.Id, ct) is not { } user)
            return AccountErrors.UserNotFound;

        if (user.IsAdmin)
            return AccountErrors.AdminNotEditable;

        user.SetStatus(WireNames.Parse<UserStatus>(command.Status!));
        if (user.Status != UserStatus.Active)
            await sessions.EndAll(user.Id, besides: null, ct);

        return Result.Success;
    }
}
