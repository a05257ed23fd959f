using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

/// <summary>
/// Orders changes of VPS on behalf of their owners: at most one that is open per VPS. Held by the caller since before it was judged,
/// the VPS is priced as the change before this one left it.
/// </summary>
public sealed class VpsChangeOrders(IOrders orders, OrderLimits limits, Reservations stock, ISettings settings, TimeProvider clock)
{
    public async Task<Result<Order>> Renew(Vps vps, RenewalOffer offer, ActorKind by, string? key, CancellationToken ct)
    {
        var item = RenewalItem(vps, offer);
        return item.IsSuccess ? await Place(vps, by, item.Value, "", key, ct) : item.Error;
    }

    /// <summary>The item of a renewal at today's price.</summary>
    public Result<OrderItem> RenewalItem(Vps vps, RenewalOffer offer)
    {
        var time = offer.Time;
        var price = Renewal.Price(Money.Yuan(vps.MonthlyPriceCents), time);
        if (!price.IsSuccess)
            return price.Error;

        var reaches = Renewal.Reaches(vps.ExpireAt, time, clock.GetUtcNow());
        if (!reaches.IsSuccess)
            return reaches.Error;

        var spec = VpsChangeSpecs.Write(new RenewSpec(vps.Id.Value, time.Days, offer.Months, offer.BillingCycleId, offer.CycleQty));
        var change = new VpsExtension(time.Days, IsEmergency: false, time.Months, time.PricedDays);
        return OrderItem.Changing(OrderItemAction.Renew, vps.Id, change, spec, price.Value);
    }

    /// <summary>Extends the VPS for nothing, without a review; every condition is looked at again when it is done.</summary>
    public async Task<Result<Order>> RenewInEmergency(Vps vps, ActorKind by, CancellationToken ct)
    {
        var (terms, now) = (await settings.EmergencyTerms(ct), clock.GetUtcNow());
        if (await Pending(vps, OrderItemAction.EmergencyRenew, ct) is { } pending)
            return pending;

        var allowed = terms.Allows(vps.ExpireAt, vps.LastEmergencyRenewAt, now);
        if (!allowed.IsSuccess)
            return allowed.Error;

        var spec = VpsChangeSpecs.Write(new RenewSpec(vps.Id.Value, terms.Days, 0));
        var change = new VpsExtension(terms.Days, IsEmergency: true);
        var item = OrderItem.Changing(OrderItemAction.EmergencyRenew, vps.Id, change, spec, Money.Yuan(0));
        var placed = await Place(vps, by, item, "", null, ct);
        return placed.IsSuccess ? Approved(placed.Value) : placed;
    }

    public Task<Result<Order>> Resize(Vps vps, ResizeOffer offer, ActorKind by, string? key, CancellationToken ct)
    {
        var item = ResizeItem(vps, offer);
        return Place(vps, by, item, "", key, ct);
    }

    /// <summary>The item of a resize.</summary>
    public static OrderItem ResizeItem(Vps vps, ResizeOffer offer) =>
        OrderItem.Changing(OrderItemAction.Resize, vps.Id, offer.Change, VpsChangeSpecs.Write(offer.Spec), offer.Charge);

    /// <summary>Why no other change of the VPS can be ordered now; null when one can.</summary>
    /// <param name="wanted">What the other change would do.</param>
    public async Task<Error?> Pending(Vps vps, OrderItemAction wanted, CancellationToken ct)
    {
        // Two that pass here at once meet at the unique index, and the second one comes here again.
        if (await orders.OpenChangeOf(vps.Id, ct) is { } open)
            return IsRenewal(open) && IsRenewal(wanted) ? VpsErrors.RenewalPending : OrderErrors.ChangePending;

        return await orders.IsRefunded(vps.Id, ct) ? OrderErrors.ChangePending : null;
    }

    private static bool IsRenewal(OrderItemAction action) => action is OrderItemAction.Renew or OrderItemAction.EmergencyRenew;

    /// <param name="amount">What the owner gets; more than nothing.</param>
    public async Task<Result<Order>> Refund(Vps vps, Money amount, string reason, ActorKind by, string? key, CancellationToken ct)
    {
        var spec = VpsChangeSpecs.Write(new RefundSpec(vps.Id.Value, amount.Cents, true, reason, true));
        var item = OrderItem.Changing(OrderItemAction.Refund, vps.Id, new VpsRefund(amount.Cents), spec, -amount);
        var placed = await Place(vps, by, item, reason, key, ct);
        return placed.IsSuccess && !await settings.IsOn(RefundSettings.RequiresApproval, ct) ? Approved(placed.Value) : placed;
    }

    private async Task<Result<Order>> Place(Vps vps, ActorKind by, OrderItem item, string reason, string? key, CancellationToken ct)
    {
        if (vps.AutomationInstanceId is null)
            return VpsErrors.NotReady;

        // Nobody sells more of a machine that is somebody else's.
        if (vps.IdentityLostAt is not null)
            return VpsErrors.IdentityLost;

        if (await Pending(vps, item.Action, ct) is { } pending)
            return pending;

        if (item.AmountCents > 0 && await limits.RefuseUnpaid(vps.UserId, ct) is { } tooMany)
            return tooMany;

        var kept = key?.Trim() is { Length: > 0 } text ? text : null;
        var placed = Order.Place(vps.UserId, by, [item], kept, clock.GetUtcNow(), reason, await settings.PaymentWindow(ct));
        if (!placed.IsSuccess)
            return placed;

        await orders.Add(placed.Value, ct);
        var reserved = await stock.Reserve(placed.Value.Places, ct);
        return reserved.IsSuccess ? placed : reserved.Error;
    }

    private Result<Order> Approved(Order order)
    {
        var approved = order.Approve(Actor.System, clock.GetUtcNow());
        return approved.IsSuccess ? order : approved.Error;
    }
}
