using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Snapshots;

/// <summary>The owner has their VPS put back to a snapshot or a backup.</summary>
public sealed record RestoreSnapshot(VpsId Id, SnapshotKind Kind, string CopyId) : ICommand;

internal sealed class RestoreSnapshotValidator : AbstractValidator<RestoreSnapshot>
{
    public RestoreSnapshotValidator() => RuleFor(command => command.CopyId).UpstreamResourceId();
}

internal sealed class RestoreSnapshotHandler(VpsAccessGuard guard, IAutomation automation) : ICommandHandler<RestoreSnapshot>
{
    public async Task<Result> Handle(RestoreSnapshot command, CancellationToken ct)
    {
        var found = await guard.ForChange(command.Id, Freshness.Now, ct);
        if (!found.IsSuccess)
            return found.Error;

        var machine = found.Value.Machine;
        var own = (await automation.ListSnapshots(machine, command.Kind, ct)).MustHold(command.CopyId);
        return own.IsSuccess ? await automation.RestoreSnapshot(machine, command.Kind, command.CopyId, ct) : own;
    }
}
