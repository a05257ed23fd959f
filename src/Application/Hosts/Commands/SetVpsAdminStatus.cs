using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>An admin judges what a customer does with his host. Anything but normal takes it from him.</summary>
public sealed record SetVpsAdminStatus(VpsId Id, string Status, string Reason) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.admin_status", "vps", Id.Value.ToString(), new { status = Status, reason = Reason });
}

internal sealed class SetVpsAdminStatusValidator : AbstractValidator<SetVpsAdminStatus>
{
    public SetVpsAdminStatusValidator()
    {
        RuleFor(command => command.Status).OneOf(WireNames.All<VpsAdminStatus>());
        RuleFor(command => command.Reason).MaximumLength(500);
    }
}

internal sealed class SetVpsAdminStatusHandler(HostLock hosts) : ICommandHandler<SetVpsAdminStatus>
{
    public Task<Result> Handle(SetVpsAdminStatus command, CancellationToken ct) =>
        hosts.Judge(command.Id, WireNames.Parse<VpsAdminStatus>(command.Status), ct);
}
