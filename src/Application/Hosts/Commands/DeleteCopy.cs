using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner throws a snapshot or a backup of his host away.</summary>
public sealed record DeleteCopy(VpsId Id, CopyKind Kind, string CopyId) : ICommand;

internal sealed class DeleteCopyValidator : AbstractValidator<DeleteCopy>
{
    public DeleteCopyValidator() => RuleFor(command => command.CopyId).PartId();
}

internal sealed class DeleteCopyHandler(HostDoor door, IAutomation automation) : ICommandHandler<DeleteCopy>
{
    public async Task<Result> Handle(DeleteCopy command, CancellationToken ct)
    {
        var found = await door.ToChange(command.Id, ct);
        if (!found.IsSuccess)
            return found.Error;

        var host = found.Value.HostId;
        var own = (await automation.ListCopies(host, command.Kind, ct)).MustHold(command.CopyId);
        return own.IsSuccess ? await automation.DeleteCopy(host, command.Kind, command.CopyId, ct) : own;
    }
}
