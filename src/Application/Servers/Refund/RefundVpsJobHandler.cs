using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Suspend;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Refund;

/// <summary>Takes a VPS back for money: first the owner has their money, then the VPS goes upstream, then its row.</summary>
internal sealed class RefundVpsJobHandler(BackgroundCommandSender sender, VpsRemover remover) : IProvisionJobHandler
{
    public bool Handles(OrderItemAction action) => action == OrderItemAction.Refund;

    public async Task<Result> Run(JobWork work, CancellationToken ct)
    {
        var paid = await sender.Send(new PayRefund(work.Claim), ct);
        if (!paid.IsSuccess)
            return paid.Error;

        if (!paid.Value)
            return Result.Success;

        var removed = await remover.Remove(work.HostId, work.HostName, ct);
        return removed.IsSuccess ? await sender.Send(new RecordRefund(work.Claim), ct) : removed;
    }
}
