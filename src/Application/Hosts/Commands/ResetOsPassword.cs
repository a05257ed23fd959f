using System.Text;
using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner gives his host's system another password.</summary>
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

internal sealed class ResetOsPasswordHandler(HostDoor door, IAutomation automation, IVpsStore servers, AccessVault vault)
    : ICommandHandler<ResetOsPassword>
{
    public async Task<Result> Handle(ResetOsPassword command, CancellationToken ct)
    {
        var host = await door.ToChange(command.Id, ct);
        if (!host.IsSuccess)
            return host.Error;

        var reset = await automation.ResetPassword(host.Value.HostId, command.Password, ct);
        if (reset.IsSuccess && await servers.FindForUpdate(command.Id, ct) is { } vps)
            vps.KeepAccess(vault.Seal(vault.Open(vps.SealedAccess) with { OsPassword = command.Password }));

        return reset;
    }
}
