using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Provisioning.Work;
using VpsPanel.Domain.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>The host is gone upstream: its row goes, and its place can be sold again.</summary>
internal sealed record RecordReturn(JobClaim Claim) : ICommand;

internal sealed class RecordReturnHandler(Workbench workbench, IVpsStore servers, IPackages packages, Reservations stock)
    : ICommandHandler<RecordReturn>
{
    public async Task<Result> Handle(RecordReturn command, CancellationToken ct)
    {
        var taken = await workbench.Take(command.Claim, withWallet: false, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var bench = taken.Value;
        servers.Remove(bench.Vps);
        if (await packages.Find(new PackageId(bench.Vps.PackageId), ct) is { } package)
            await stock.GiveBack([new StockPlace(package.PlanGroupId.Value, package.Id.Value)], ct);

        return bench.Done();
    }
}
