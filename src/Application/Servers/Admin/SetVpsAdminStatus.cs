using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Suspend;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Admin;

/// <summary>An admin judges what a customer does with their host. Anything but normal takes it from them.</summary>
public sealed record SetVpsAdminStatus(VpsId Id, string Status, string Reason) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("vps.admin_status", "vps", Id.Value.ToString(), new { status = Status, reason = Reason });
}

internal sealed class SetVpsAdminStatusValidator : AbstractValidator<SetVpsAdminStatus>
{
    public SetVpsAdminStatusValidator()
    {
        RuleFor(command => command.Status).OneOf(WireNames.All<VpsAdminStatus>());
        RuleFor(command => command.Reason).MaximumLength(500);
    }
}

internal sealed class SetVpsAdminStatusHandler(VpsLocking hosts) : ICommandHandler<SetVpsAdminStatus>
{
    public Task<Result> Handle(SetVpsAdminStatus command, CancellationToken ct) =>
        hosts.SetAdminStatus(command.Id, WireNames.Parse<VpsAdminStatus>(command.Status), ct);
}
