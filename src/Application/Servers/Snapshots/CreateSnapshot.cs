using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Snapshots;

/// <summary>The owner has a snapshot or a backup made of their host.</summary>
public sealed record CreateSnapshot(VpsId Id, SnapshotKind Kind) : ICommand;

internal sealed class CreateSnapshotHandler(VpsAccessGuard guard, IAutomation automation) : ICommandHandler<CreateSnapshot>
{
    public async Task<Result> Handle(CreateSnapshot command, CancellationToken ct)
    {
        var host = await guard.ForChange(command.Id, Freshness.Recent, ct);
        return host.IsSuccess ? await automation.CreateSnapshot(host.Value.Machine, command.Kind, ct) : host.Error;
    }
}
