using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner has his host put back to a snapshot or a backup.</summary>
public sealed record RestoreCopy(VpsId Id, CopyKind Kind, string CopyId) : ICommand;

internal sealed class RestoreCopyValidator : AbstractValidator<RestoreCopy>
{
    public RestoreCopyValidator() => RuleFor(command => command.CopyId).PartId();
}

internal sealed class RestoreCopyHandler(HostDoor door, IAutomation automation) : ICommandHandler<RestoreCopy>
{
    public async Task<Result> Handle(RestoreCopy command, CancellationToken ct)
    {
        var found = await door.ToChange(command.Id, ct);
        if (!found.IsSuccess)
            return found.Error;

        var host = found.Value.HostId;
        var own = (await automation.ListCopies(host, command.Kind, ct)).MustHold(command.CopyId);
        return own.IsSuccess ? await automation.RestoreCopy(host, command.Kind, command.CopyId, ct) : own;
    }
}
