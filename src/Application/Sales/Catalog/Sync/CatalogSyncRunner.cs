using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Sales.Catalog.Commands;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Sync;

/// <summary>
/// The course of every sync: take the turn, read without a transaction, then write and end the turn in the transaction of the
/// command at hand. The turn belongs to the command, so one that lost a race and is run again still has it.
/// </summary>
internal sealed class CatalogSyncRunner(BackgroundCommandSender sender, ISyncLeases leases, IUnitOfWork work)
{
    public async Task<Result<TDone>> Run<TRead, TDone>(
        Guid holder, Func<Task<Result<TRead>>> read, Func<TRead, Task<Result<TDone>>> write, CancellationToken ct)
    {
        var taken = await sender.Send(new AcquireSyncLease(holder), ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var upstream = await read();
        var done = upstream.IsSuccess ? await Finish(holder, () => write(upstream.Value), ct) : upstream.Error;
        if (done.IsSuccess)
            return done;

        // Ours may hold the row that the release needs.
        await work.Rollback(ct);
        var released = await sender.Send(new ReleaseSyncLease(holder), CancellationToken.None);
        return released.IsSuccess ? done : released.Error;
    }

    private async Task<Result<TDone>> Finish<TDone>(Guid holder, Func<Task<Result<TDone>>> write, CancellationToken ct)
    {
        var released = (await leases.ForUpdate(ct)).Release(holder);
        return released.IsSuccess ? await write() : released.Error;
    }
}
