using System.Text;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>The owner has a system installed anew; all data on the VPS is lost.</summary>
/// <param name="TemplateId">The upstream's number of an image that the VPS's line offers.</param>
/// <param name="Password">Blank keeps the one the VPS has.</param>
/// <param name="HostId">What the client believes the VPS's id to be; must be right where it is given.</param>
public sealed record ResetOs(VpsId Id, long TemplateId, string Password, long? HostId) : ICommand
{
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Id = ").Append(Id).Append(", TemplateId = ").Append(TemplateId);
        return true;
    }
}

internal sealed class ResetOsValidator : AbstractValidator<ResetOs>
{
    public ResetOsValidator()
    {
        RuleFor(command => command.TemplateId).GreaterThan(0).WithMessage("is required");
        RuleFor(command => command.Password).OsPasswordOrBlank();
        RuleFor(command => command.HostId)
            .Must((command, id) => id is null || id == command.Id.Value).WithMessage("is another host than the one in the path");
    }
}

internal sealed class ResetOsHandler(
    VpsAccessGuard guard, MachineIdentity machines, ISystemImages images, IAutomation automation, IVpsRepository vpsRepository,
    VpsCredentialProtector credentials)
        : ICommandHandler<ResetOs>
{
    public async Task<Result> Handle(ResetOs command, CancellationToken ct)
    {
        var found = await guard.FindForChange(command.Id, ct);
        if (!found.IsSuccess)
            return found.Error;

        if (await Template(command.TemplateId, found.Value.LineId, ct) is not { } image)
            return VpsErrors.TemplateUnknown;

        var password = string.IsNullOrWhiteSpace(
            command.Password) ? credentials.Unprotect(found.Value.SealedAccess).OsPassword : command.Password;
        if (!OsPassword.IsValid(password))
            return Error.Validation("password", $"is required, since the one the host has cannot be set again; it {OsPassword.Rule}");

        var machine = await machines.Verify(found.Value, Freshness.Now, ct);
        if (!machine.IsSuccess)
            return machine.Error;

        var reset = await automation.ResetOs(machine.Value, image.ImageId, password, ct);
        if (!reset.IsSuccess || await vpsRepository.FindForUpdate(command.Id, ct) is not { } vps)
            return reset;

        vps.Reinstall(image.Id.Value);
        vps.SetAccess(credentials.Protect(credentials.Unprotect(vps.SealedAccess) with { OsPassword = password }));
        return Result.Success;
    }

    private async Task<SystemImage?> Template(long templateId, long lineId, CancellationToken ct) =>
        await images.FindByImage(templateId, ct) is { Enabled: true } image && image.IsOfferedOn(lineId) ? image : null;
}
