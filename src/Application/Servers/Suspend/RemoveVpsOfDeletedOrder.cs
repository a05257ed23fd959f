using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Suspend;

/// <summary>A VPS goes whose order an admin has deleted, upstream first. A repeat finds nothing to do.</summary>
internal sealed record RemoveVpsOfDeletedOrder(VpsId Id) : ICommand;

internal sealed class RemoveVpsOfDeletedOrderHandler(IVpsRepository vpsRepository, VpsRemover remover, VpsStock stock)
    : ICommandHandler<RemoveVpsOfDeletedOrder>
{
    public async Task<Result> Handle(RemoveVpsOfDeletedOrder command, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(command.Id, ct) is not { } seen)
            return Result.Success;

        var gone = await remover.Remove(seen, ct);
        if (!gone.IsSuccess)
            return gone;

        if (await vpsRepository.FindForUpdate(command.Id, ct) is { } vps)
        {
            vps.Terminate(ActorKind.System);
            vpsRepository.Remove(vps);
            await stock.ReleaseWithOrder(vps, ct);
        }

        return Result.Success;
    }
}
