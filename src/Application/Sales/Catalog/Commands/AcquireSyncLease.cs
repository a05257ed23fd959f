using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Keeps other syncs of the cluster out, before the upstream is asked.</summary>
internal sealed record AcquireSyncLease(Guid Holder) : ICommand;

internal sealed class AcquireSyncLeaseHandler(ISyncLeases leases, TimeProvider clock) : ICommandHandler<AcquireSyncLease>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public async Task<Result> Handle(AcquireSyncLease command, CancellationToken ct) =>
        (await leases.ForUpdate(ct)).Acquire(command.Holder, Lease, clock.GetUtcNow());
}

/// <summary>Lets others in after a sync that did not come about.</summary>
internal sealed record ReleaseSyncLease(Guid Holder) : ICommand;

internal sealed class ReleaseSyncLeaseHandler(ISyncLeases leases) : ICommandHandler<ReleaseSyncLease>
{
    public async Task<Result> Handle(ReleaseSyncLease command, CancellationToken ct) =>
        (await leases.ForUpdate(ct)).Release(command.Holder);
}
