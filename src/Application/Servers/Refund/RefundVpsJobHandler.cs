using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Suspend;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Refund;

/// <summary>Takes a VPS back for money: first the owner has their money, then the VPS goes upstream, then its row.</summary>
internal sealed class RefundVpsJobHandler(
    IVpsRepository vpsRepository, MachineIdentity machines, BackgroundCommandSender sender, VpsRemover remover) : IProvisionJobHandler
{
    public bool Handles(OrderItemAction action) => action == OrderItemAction.Refund;

    public async Task<Result> Run(JobWork work, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(work.VpsId, ct) is not { } vps)
            return VpsErrors.NotFound;

        // No money for a machine that is not there to be given back; an upstream that does not answer holds no money up.
        var seen = vps.AutomationInstanceId is null ? null : await machines.Look(vps, ct);
        if (seen?.Error == VpsErrors.IdentityLost)
            return VpsErrors.IdentityLost;

        var paid = await sender.Send(new PayRefund(work.Claim), ct);
        if (!paid.IsSuccess)
            return paid.Error;

        if (!paid.Value)
            return Result.Success;

        var removed = await remover.Remove(vps, ct);
        return removed.IsSuccess ? await sender.Send(new RecordRefund(work.Claim), ct) : removed;
    }
}
