using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Sales.Catalog.Commands;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Sync;

/// <summary>
/// The course of every sync: take the lease, read without a transaction, then write and end the lease in one. The lease has one holder from
/// the first step to the last, so a write that lost a race and is run again still has it.
/// </summary>
internal sealed class CatalogSyncRunner(CommandSender sender)
{
    /// <param name="write">The command that stores what was read; it ends the lease of its holder.</param>
    public async Task<Result<TDone>> Run<TRead, TDone>(
        Func<Task<Result<TRead>>> read, Func<Guid, TRead, ICommand<TDone>> write, CancellationToken ct)
    {
        var holder = Guid.NewGuid();
        var taken = await sender.Send(new AcquireSyncLease(holder), ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var upstream = await read();
        var done = upstream.IsSuccess ? await sender.Send(write(holder, upstream.Value), ct) : upstream.Error;
        if (done.IsSuccess)
            return done;

        var released = await sender.Send(new ReleaseSyncLease(holder), CancellationToken.None);
        return released.IsSuccess ? done : released.Error;
    }
}
