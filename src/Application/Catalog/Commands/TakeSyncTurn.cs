using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog.Sync;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Catalog.Commands;

/// <summary>Keeps other syncs of the cluster out, before the upstream is asked.</summary>
internal sealed record TakeSyncTurn(Guid Holder) : ICommand;

internal sealed class TakeSyncTurnHandler(ISyncTurns turns, TimeProvider clock) : ICommandHandler<TakeSyncTurn>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public async Task<Result> Handle(TakeSyncTurn command, CancellationToken ct) =>
        (await turns.ForUpdate(ct)).Take(command.Holder, Lease, clock.GetUtcNow());
}

/// <summary>Lets others in after a sync that did not come about.</summary>
internal sealed record ReleaseSyncTurn(Guid Holder) : ICommand;

internal sealed class ReleaseSyncTurnHandler(ISyncTurns turns) : ICommandHandler<ReleaseSyncTurn>
{
    public async Task<Result> Handle(ReleaseSyncTurn command, CancellationToken ct) => (await turns.ForUpdate(ct)).Release(command.Holder);
}
