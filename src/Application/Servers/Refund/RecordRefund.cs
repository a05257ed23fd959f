using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Refund;

/// <summary>The VPS is gone upstream: its row goes, and its place can be sold again.</summary>
internal sealed record RecordRefund(JobClaim Claim) : ICommand;

internal sealed class RecordRefundHandler(ChangeContextLoader loader, IVpsRepository vpsRepository, VpsStock stock)
    : ICommandHandler<RecordRefund>
{
    public async Task<Result> Handle(RecordRefund command, CancellationToken ct)
    {
        var taken = await loader.Load(command.Claim, withWallet: false, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var context = taken.Value;
        context.Vps.Terminate(ActorKind.System);
        vpsRepository.Remove(context.Vps);
        await stock.Release(context.Vps, ct);
        return context.Done();
    }
}
