using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Suspend;

/// <summary>
/// What a deleted order leaves behind upstream goes too. The row stays until the upstream does not know the VPS any more, so a
/// failed try is repeated and nothing is forgotten out there. The upstream is asked outside the delivery's transaction.
/// </summary>
[ActsOutside]
[ReactionName("delete-vps-of-deleted-order")]
internal sealed class DeleteVpsOfDeletedOrder(BackgroundCommandSender sender) : IReaction<OrderDeleted>
{
    public async Task<Result> React(Envelope<OrderDeleted> happened, CancellationToken ct)
    {
        foreach (var id in happened.Event.VpsIds)
        {
            var gone = await sender.Send(new RemoveVpsOfDeletedOrder(new VpsId(id)), ct);
            if (!gone.IsSuccess)
                return gone;
        }

        return Result.Success;
    }
}
