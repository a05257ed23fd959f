using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>
/// What one customer may have open at once. Orders of one customer queue at the row of their account, so that many at once pass no limit.
/// Nobody but the customers themselves is bound.
/// </summary>
public sealed class OrderLimits(IOrders orders, ISettings settings, ICurrentActor actor)
{
    /// <summary>For an order that will wait for money; <c>order.too_many_unpaid</c>, or null.</summary>
    public async Task<Error?> RefuseUnpaid(UserId owner, CancellationToken ct)
    {
        var most = await settings.Number(OrderSettings.MaxUnpaid, ct);
        if (most == 0 || actor.Kind != ActorKind.User)
            return null;

        await orders.HoldOwner(owner, ct);
        return await orders.CountUnpaid(owner, ct) < most
            ? null
            : Error.Conflict("order.too_many_unpaid", $"{most} orders wait for money: pay or cancel them first");
    }

    /// <summary>For an order of so many VPS; <c>vps.too_many</c>, or null.</summary>
    public async Task<Error?> RefuseVps(UserId owner, int count, CancellationToken ct)
    {
        var most = await settings.Number(OrderSettings.MaxVps, ct);
        if (most == 0 || actor.Kind != ActorKind.User)
            return null;

        await orders.HoldOwner(owner, ct);
        return await orders.CountVps(owner, ct) + count <= most
            ? null
            : Error.Conflict("vps.too_many", $"an account may have {most} VPS");
    }
}
