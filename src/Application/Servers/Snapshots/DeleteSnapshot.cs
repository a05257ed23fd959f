using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Snapshots;

/// <summary>The owner throws a snapshot or a backup of their VPS away.</summary>
public sealed record DeleteSnapshot(VpsId Id, SnapshotKind Kind, string CopyId) : ICommand;

internal sealed class DeleteSnapshotValidator : AbstractValidator<DeleteSnapshot>
{
    public DeleteSnapshotValidator() => RuleFor(command => command.CopyId).UpstreamResourceId();
}

internal sealed class DeleteSnapshotHandler(VpsAccessGuard guard, IAutomation automation) : ICommandHandler<DeleteSnapshot>
{
    public async Task<Result> Handle(DeleteSnapshot command, CancellationToken ct)
    {
        var found = await guard.ForChange(command.Id, Freshness.Now, ct);
        if (!found.IsSuccess)
            return found.Error;

        var machine = found.Value.Machine;
        var own = (await automation.ListSnapshots(machine, command.Kind, ct)).MustHold(command.CopyId);
        return own.IsSuccess ? await automation.DeleteSnapshot(machine, command.Kind, command.CopyId, ct) : own;
    }
}
