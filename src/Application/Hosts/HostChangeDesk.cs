using VpsPanel.Application.Catalog;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Hosts;

/// <summary>
/// Orders changes of hosts on behalf of their owners: at most one that is open per VPS. Held by the caller since before it was judged,
/// the VPS is priced as the change before this one left it.
/// </summary>
public sealed class HostChangeDesk(IOrders orders, Reservations stock, ISettings settings, TimeProvider clock)
{
    public async Task<Result<Order>> Renew(Vps vps, RenewalOffer offer, ActorKind by, string? key, CancellationToken ct)
    {
        var time = offer.Time;
        var price = Renewal.Price(Money.Yuan(vps.MonthlyPriceCents), time);
        if (!price.IsSuccess)
            return price.Error;

        var reaches = Renewal.Reaches(vps.ExpireAt, time, clock.GetUtcNow());
        if (!reaches.IsSuccess)
            return reaches.Error;

        var spec = HostChangeSpecs.Write(new RenewSpec(vps.Id.Value, time.Days, offer.Months, offer.BillingCycleId, offer.CycleQty));
        var change = new HostExtension(time.Days, IsEmergency: false, time.Months, time.PricedDays);
        var item = OrderItem.Changing(OrderItemAction.Renew, vps.Id, change, spec, price.Value);
        return await Place(vps, by, item, "", key, ct);
    }

    /// <summary>Extends the VPS for nothing, without a review; every condition is looked at again when it is done.</summary>
    public async Task<Result<Order>> RenewInEmergency(Vps vps, ActorKind by, CancellationToken ct)
    {
        var (terms, now) = (await settings.EmergencyTerms(ct), clock.GetUtcNow());
        if (await orders.HasOpenChange(vps.Id, ct))
            return VpsErrors.ChangePending;

        var allowed = terms.Allows(vps.ExpireAt, vps.LastEmergencyRenewAt, now);
        if (!allowed.IsSuccess)
            return allowed.Error;

        var spec = HostChangeSpecs.Write(new RenewSpec(vps.Id.Value, terms.Days, 0));
        var change = new HostExtension(terms.Days, IsEmergency: true);
        var item = OrderItem.Changing(OrderItemAction.EmergencyRenew, vps.Id, change, spec, Money.Yuan(0));
        var placed = await Place(vps, by, item, "", null, ct);
        return placed.IsSuccess ? Approved(placed.Value) : placed;
    }

    public Task<Result<Order>> Resize(Vps vps, ResizeOffer offer, ActorKind by, string? key, CancellationToken ct)
    {
        var item = OrderItem.Changing(OrderItemAction.Resize, vps.Id, offer.Change, HostChangeSpecs.Write(offer.Spec), offer.Charge);
        return Place(vps, by, item, "", key, ct);
    }

    /// <param name="amount">What the owner gets; more than nothing.</param>
    public async Task<Result<Order>> Refund(Vps vps, Money amount, string reason, ActorKind by, string? key, CancellationToken ct)
    {
        var spec = HostChangeSpecs.Write(new RefundSpec(vps.Id.Value, amount.Cents, true, reason, true));
        var item = OrderItem.Changing(OrderItemAction.Refund, vps.Id, new HostReturn(amount.Cents), spec, -amount);
        var placed = await Place(vps, by, item, reason, key, ct);
        return placed.IsSuccess && !await settings.IsOn(RefundSettings.RequiresApproval, ct) ? Approved(placed.Value) : placed;
    }

    private async Task<Result<Order>> Place(Vps vps, ActorKind by, OrderItem item, string reason, string? key, CancellationToken ct)
    {
        if (vps.AutomationInstanceId is null)
            return VpsErrors.NotReady;

        // Two that pass here at once meet at the unique index, and the second one comes here again.
        if (await orders.HasOpenChange(vps.Id, ct) || await orders.IsGivenBack(vps.Id, ct))
            return VpsErrors.ChangePending;

        var kept = key?.Trim() is { Length: > 0 } text ? text : null;
        var placed = Order.Place(vps.UserId, by, [item], kept, clock.GetUtcNow(), reason);
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
