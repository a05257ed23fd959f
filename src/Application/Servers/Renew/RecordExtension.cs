using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Renew;

/// <summary>The upstream lets the VPS live until the announced date.</summary>
/// <param name="Seen">What the upstream says of the VPS now; null when it could not be asked.</param>
internal sealed record RecordExtension(JobClaim Claim, MachineSighting? Seen) : ICommand;

internal sealed class RecordExtensionHandler(ChangeContextLoader loader, VpsObserver observer, TimeProvider clock)
    : ICommandHandler<RecordExtension>
{
    public async Task<Result> Handle(RecordExtension command, CancellationToken ct)
    {
        var taken = await loader.Load(command.Claim, withWallet: false, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var (context, extension, now) = (taken.Value, (VpsExtension)taken.Value.Change, clock.GetUtcNow());
        var (until, vps, item) = (context.Job.Expiry!.Value, context.Vps, context.Item);
        var from = context.Job.ExtendsFrom ?? Renewal.From(vps.ExpireAt, now);
        if (extension.IsEmergency)
            vps.ExtendInEmergency(from, until, item.Id, now);
        else
            vps.Extend(from, until, new PeriodPrice(item.Id, Money.Yuan(item.AmountCents), extension.PricedDays), now);

        // The end is the one that was agreed on with the upstream, whatever its list shows so soon after it.
        if (command.Seen is { } seen)
            observer.Apply(vps, seen with { State = seen.State with { EndDate = null } }, Detail.StatusAndExpiry);

        return context.Done();
    }
}
