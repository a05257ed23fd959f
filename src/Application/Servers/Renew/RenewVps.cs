using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Renew;

/// <summary>The owner orders more time for their VPS.</summary>
[CommandName("vps.renew")]
public sealed record RenewVps(VpsId Id, RenewalRequest Time, string? IdempotencyKey) : ICommand<OrderView>, IIdempotent;

internal sealed class RenewVpsHandler(
    IVpsRepository vpsRepository, RenewalOffers offers, VpsChangeOrders changes, IRealNamePolicy gate, ICurrentActor actor)
    : ICommandHandler<RenewVps, OrderView>
{
    public async Task<Result<OrderView>> Handle(RenewVps command, CancellationToken ct)
    {
        if (await vpsRepository.FindForUpdate(command.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var allowed = await gate.Allow(actor.UserId, RealNameActions.RenewVps, ct);
        if (!allowed.IsSuccess)
            return allowed.Error;

        var offer = await offers.Find(command.Time, ct);
        if (!offer.IsSuccess)
            return offer.Error;

        var placed = await changes.Renew(vps, offer.Value, actor.Kind, command.IdempotencyKey, ct);
        return placed.Map(order => order.ToView());
    }
}
