using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Provisioning.Work;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>The upstream lets the host live until the announced date.</summary>
/// <param name="Host">What the upstream says of the host now; null when it could not be asked.</param>
internal sealed record RecordExtension(JobClaim Claim, HostInfo? Host) : ICommand;

internal sealed class RecordExtensionHandler(Workbench workbench, HostObserver observer, TimeProvider clock)
    : ICommandHandler<RecordExtension>
{
    public async Task<Result> Handle(RecordExtension command, CancellationToken ct)
    {
        var taken = await workbench.Take(command.Claim, withWallet: false, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var (bench, extension, now) = (taken.Value, (HostExtension)taken.Value.Change, clock.GetUtcNow());
        var (until, vps, item) = (bench.Job.Expiry!.Value, bench.Vps, bench.Item);
        var from = bench.Job.ExtendsFrom ?? Renewal.From(vps.ExpireAt, now);
        if (extension.IsEmergency)
            vps.ExtendInEmergency(from, until, item.Id, now);
        else
            vps.Extend(from, until, new PeriodPrice(item.Id, Money.Yuan(item.AmountCents), extension.PricedDays), now);

        // The end is the one that was agreed on with the upstream, whatever its list shows so soon after it.
        if (command.Host is { } host)
            observer.Note(vps, host with { EndDate = null }, Detail.StatusAndExpiry);

        return bench.Done();
    }
}
