using AutoMapper;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Application.RealNames;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner orders another size for his VPS, now or at a later time.</summary>
[CommandName("vps.resize")]
public sealed record ResizeVps(VpsId Id, ResizeWish Request, string? IdempotencyKey) : ICommand<OrderedResize>, IIdempotent;

public sealed record OrderedResize(OrderView Order);

internal sealed class ResizeVpsHandler(
    IVpsStore servers, ResizeQuotes quotes, HostChangeDesk desk, IRealNameGate gate, ICurrentActor actor, IMapper maps)
    : ICommandHandler<ResizeVps, OrderedResize>
{
    public async Task<Result<OrderedResize>> Handle(ResizeVps command, CancellationToken ct)
    {
        if (await servers.FindForUpdate(command.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var allowed = await gate.Allow(actor.UserId, RealNameActions.ResizeVps, ct);
        if (!allowed.IsSuccess)
            return allowed.Error;

        var offer = await quotes.Quote(vps, command.Request, ct);
        if (!offer.IsSuccess)
            return offer.Error;

        var placed = await desk.Resize(vps, offer.Value, actor.Kind, command.IdempotencyKey, ct);
        return placed.Map(order => new OrderedResize(maps.Map<OrderView>(order)));
    }
}
