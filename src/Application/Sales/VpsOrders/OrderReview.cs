using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Sales.VpsOrders;

/// <summary>
/// Moves of an order that also move its stock: an order that waits or lives holds its VPS' places, one that was
/// canceled or rejected does not.
/// </summary>
public sealed class OrderReview(IOrders orders, Reservations stock, TimeProvider clock)
{
    /// <summary>A rejected order takes its places again; <c>stock.sold_out</c> or <c>vps.change_pending</c> when they are gone.</summary>
    public async Task<Result> Approve(Order order, Actor by, CancellationToken ct)
    {
        if (OwnMoney.Refuse(by, order.UserId) is { } own)
            return own;

        if (await IsOvertaken(order, ct))
            return VpsErrors.ChangePending;

        var gaveBack = order.Status == OrderStatus.Rejected;
        var approved = order.Approve(by, clock.GetUtcNow());
        return approved.IsSuccess && gaveBack ? await stock.Reserve(order.Places, ct) : approved;
    }

    public async Task<Result> Reject(Order order, Actor by, string reason, CancellationToken ct)
    {
        if (OwnMoney.Refuse(by, order.UserId) is { } own)
            return own;

        var rejected = order.Reject(by, reason);
        if (rejected.IsSuccess)
            await stock.Release(order.Places, ct);

        return rejected;
    }

    public async Task<Result> Cancel(Order order, ActorKind by, CancellationToken ct)
    {
        var canceled = order.Cancel(by);
        if (canceled.IsSuccess)
            await stock.Release(order.Places, ct);

        return canceled;
    }

    /// <summary>Of either kind; <c>order.not_due</c> while there is time to pay.</summary>
    public async Task<Result> Expire(Order order, CancellationToken ct)
    {
        var expired = order.Expire(clock.GetUtcNow());
        if (expired.IsSuccess)
            await stock.Release(order.Places, ct);

        return expired;
    }

    /// <summary>Work begins again for what failed; <c>vps.change_pending</c> when another change of the VPS was ordered since.</summary>
    public async Task<Result> Retry(Order order, ActorKind by, CancellationToken ct) =>
        await IsOvertaken(order, ct) ? VpsErrors.ChangePending : order.StartProvisioning(by);

    /// <summary>The order, held; a console order only. Null is for the caller to report as missing.</summary>
    public async Task<Order?> FindForUpdate(OrderId id, CancellationToken ct) =>
        await orders.FindForUpdate(id, ct) is { Kind: OrderKind.Console } order ? order : null;

    /// <summary>The same for a customer: what is a stranger's is missing, so that ids cannot be probed.</summary>
    public async Task<Order?> FindOwnForUpdate(OrderId id, ICurrentActor actor, CancellationToken ct) =>
        await FindForUpdate(id, ct) is { } order && order.IsOwnedBy(actor.UserId) ? order : null;

    private async Task<bool> IsOvertaken(Order order, CancellationToken ct) =>
        order is { OpenVpsId: null, ChangedVps: { } vps } && await orders.HasOpenChange(vps, ct);
}
