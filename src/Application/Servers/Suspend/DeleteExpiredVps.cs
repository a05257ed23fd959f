using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Suspend;

/// <summary>The clock deletes a VPS that nobody renewed; nothing is refunded for time that was used.</summary>
/// <param name="Until">Only when it expired by then.</param>
internal sealed record DeleteExpiredVps(VpsId Id, DateTimeOffset Until) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.delete", "vps", Id.Value.ToString(), new { reason = "expired" });
}

internal sealed class DeleteExpiredVpsHandler(IVpsRepository vpsRepository, IOrders orders, VpsRemover remover, VpsStock stock)
    : ICommandHandler<DeleteExpiredVps>
{
    public async Task<Result> Handle(DeleteExpiredVps command, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(command.Id, ct) is not { } seen || !seen.HasExpired(command.Until))
            return VpsErrors.NotFound;

        // Its owner may be paying for it right now.
        if (await orders.HasOpenChange(command.Id, ct))
            return OrderErrors.ChangePending;

        var gone = await remover.Remove(seen, ct);
        if (!gone.IsSuccess)
            return gone;

        if (await vpsRepository.FindForUpdate(command.Id, ct) is { } vps)
        {
            vps.Destroy("it expired and was not renewed", ActorKind.System);
            vpsRepository.Remove(vps);
            await stock.Release(vps, ct);
        }

        return Result.Success;
    }
}
