using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Resize;

/// <summary>The owner orders another size for their VPS, now or at a later time.</summary>
[CommandName("vps.resize")]
public sealed record ResizeVps(VpsId Id, ResizeRequest Request, string? IdempotencyKey) : ICommand<OrderedResize>, IIdempotent;

public sealed record OrderedResize(OrderView Order);

internal sealed class ResizeVpsHandler(
    IVpsRepository vpsRepository, ResizeQuotes quotes, VpsChangeOrders changes, IRealNamePolicy gate, ICurrentActor actor)
    : ICommandHandler<ResizeVps, OrderedResize>
{
    public async Task<Result<OrderedResize>> Handle(ResizeVps command, CancellationToken ct)
    {
        if (await vpsRepository.FindForUpdate(command.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var allowed = await gate.Allow(actor.UserId, RealNameActions.ResizeVps, ct);
        if (!allowed.IsSuccess)
            return allowed.Error;

        var offer = await quotes.Quote(vps, command.Request, ct);
        if (!offer.IsSuccess)
            return offer.Error;

        var placed = await changes.Resize(vps, offer.Value, actor.Kind, command.IdempotencyKey, ct);
        return placed.Map(order => new OrderedResize(order.ToView()));
    }
}
