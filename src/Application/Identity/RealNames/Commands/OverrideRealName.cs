using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.RealNames;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.RealNames.Commands;

/// <summary>An admin decides on the latest record of a person.</summary>
public sealed record OverrideRealName(UserId UserId, string? Status, string Reason) : ICommand<RealNameView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("realname.override", "user", UserId.Value.ToString(), new { Status, Reason });
}

internal sealed class OverrideRealNameValidator : AbstractValidator<OverrideRealName>
{
    public OverrideRealNameValidator()
    {
        RuleFor(command => command.Status).Must(status => WireNames.TryParse<RealNameStatus>(status, out _))
            .WithMessage($"one of {string.Join(", ", WireNames.All<RealNameStatus>())}");
        RuleFor(command => command.Reason).MaximumLength(RealNameRecord.MaxReason);
    }
}

internal sealed class OverrideRealNameHandler(IRealNames names, IUsers users, IUnitOfWork work, IMapper maps, TimeProvider clock)
    : ICommandHandler<OverrideRealName, RealNameView>
{
    public async Task<Result<RealNameView>> Handle(OverrideRealName command, CancellationToken ct)
    {
        // Whoever adds a record holds the person, too: what is decided on is the latest one.
        if (await users.FindForUpdate(command.UserId, ct) is null)
            return AccountErrors.UserNotFound;

        if (await names.Latest(command.UserId, ct) is not { } record)
            return RealNameErrors.NotFound;

        record.Decide(WireNames.Parse<RealNameStatus>(command.Status!), command.Reason, clock.GetUtcNow());
        work.Stamp();
        return maps.Map<RealNameView>(record);
    }
}
