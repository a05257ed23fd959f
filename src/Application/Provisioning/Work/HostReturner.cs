using VpsPanel.Application.Hosts;
using VpsPanel.Application.Provisioning.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Work;

/// <summary>Takes a host back for money: first the owner has his money, then the host goes upstream, then its row.</summary>
internal sealed class HostReturner(SystemSender sender, HostRemover remover) : IHostTask
{
    public bool Does(OrderItemAction action) => action == OrderItemAction.Refund;

    public async Task<Result> Try(HostWork work, CancellationToken ct)
    {
        var paid = await sender.Send(new PayReturn(work.Claim), ct);
        if (!paid.IsSuccess)
            return paid.Error;

        if (!paid.Value)
            return Result.Success;

        var removed = await remover.Remove(work.HostId, work.HostName, ct);
        return removed.IsSuccess ? await sender.Send(new RecordReturn(work.Claim), ct) : removed;
    }
}
