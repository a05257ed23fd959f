using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Provisioning.Work;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>The host is gone upstream: its row goes, and its place can be sold again.</summary>
internal sealed record RecordReturn(JobClaim Claim) : ICommand;

internal sealed class RecordReturnHandler(Workbench workbench, IVpsStore servers, VpsStock stock)
    : ICommandHandler<RecordReturn>
{
    public async Task<Result> Handle(RecordReturn command, CancellationToken ct)
    {
        var taken = await workbench.Take(command.Claim, withWallet: false, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var bench = taken.Value;
        servers.Remove(bench.Vps);
        await stock.Release(bench.Vps, ct);
        return bench.Done();
    }
}
