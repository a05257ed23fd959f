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

        var bench = taken.Value;
        if (command.Host is { } host)
            observer.Note(bench.Vps, host, Detail.StatusAndExpiry);

        if (((HostExtension)bench.Change).IsEmergency)
            bench.Vps.ExtendInEmergency(bench.Job.Expiry!.Value, clock.GetUtcNow());
        else
            bench.Vps.Extend(bench.Job.Expiry!.Value, clock.GetUtcNow());

        return bench.Done();
    }
}
