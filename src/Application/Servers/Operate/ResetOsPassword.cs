using System.Text;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>The owner gives their VPS's system another password.</summary>
public sealed record ResetOsPassword(VpsId Id, string Password) : ICommand
{
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Id = ").Append(Id);
        return true;
    }
}

internal sealed class ResetOsPasswordValidator : AbstractValidator<ResetOsPassword>
{
    public ResetOsPasswordValidator() => RuleFor(command => command.Password)
        .Must(OsPassword.IsValid).WithMessage(OsPassword.Rule);
}

internal sealed class ResetOsPasswordHandler(
    VpsAccessGuard guard, IAutomation automation, IVpsRepository vpsRepository, VpsCredentialProtector credentials)
    : ICommandHandler<ResetOsPassword>
{
    public async Task<Result> Handle(ResetOsPassword command, CancellationToken ct)
    {
        var host = await guard.ForChange(command.Id, Freshness.Now, ct);
        if (!host.IsSuccess)
            return host.Error;

        var reset = await automation.ResetPassword(host.Value.Machine, command.Password, ct);
        if (reset.IsSuccess && await vpsRepository.FindForUpdate(command.Id, ct) is { } vps)
            vps.SetAccess(credentials.Protect(credentials.Unprotect(vps.SealedAccess) with { OsPassword = command.Password }));

        return reset;
    }
}
