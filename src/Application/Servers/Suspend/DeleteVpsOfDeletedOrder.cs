using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Suspend;

/// <summary>
/// What a deleted order leaves behind upstream goes too. The row stays until the upstream does not know the VPS any more, so a
/// failed try is repeated and nothing is forgotten out there.
/// </summary>
[ReactionName("delete-vps-of-deleted-order")]
internal sealed class DeleteVpsOfDeletedOrder(IVpsRepository vpsRepository, VpsRemover remover, VpsStock stock) : IReaction<OrderDeleted>
{
    public async Task<Result> React(Envelope<OrderDeleted> happened, CancellationToken ct)
    {
        foreach (var id in happened.Event.VpsIds)
        {
            if (await vpsRepository.FindForUpdate(new VpsId(id), ct) is not { } vps)
                continue;

            var gone = await remover.Remove(vps.AutomationInstanceId, vps.HostName, ct);
            if (!gone.IsSuccess)
                return gone;

            vpsRepository.Remove(vps);
            await stock.ReleaseWithOrder(vps, ct);
        }

        return Result.Success;
    }
}
