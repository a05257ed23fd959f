using AutoMapper;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Application.RealNames;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner orders more time for his VPS.</summary>
[CommandName("vps.renew")]
public sealed record RenewVps(VpsId Id, RenewalRequest Time, string? IdempotencyKey) : ICommand<OrderView>, IIdempotent;

internal sealed class RenewVpsHandler(
    IVpsStore servers, RenewalOffers offers, HostChangeDesk desk, IRealNameGate gate, ICurrentActor actor, IMapper maps)
    : ICommandHandler<RenewVps, OrderView>
{
    public async Task<Result<OrderView>> Handle(RenewVps command, CancellationToken ct)
    {
        if (await servers.FindForUpdate(command.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var allowed = await gate.Allow(actor.UserId, RealNameActions.RenewVps, ct);
        if (!allowed.IsSuccess)
            return allowed.Error;

        var offer = await offers.Find(command.Time, ct);
        if (!offer.IsSuccess)
            return offer.Error;

        var placed = await desk.Renew(vps, offer.Value, actor.Kind, command.IdempotencyKey, ct);
        return placed.Map(maps.Map<OrderView>);
    }
}
