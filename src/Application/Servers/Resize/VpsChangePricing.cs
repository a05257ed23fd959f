using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Resize;

/// <summary>Renewals and resizes at today's prices.</summary>
internal sealed class VpsChangePricing(
    IVpsRepository vpsRepository, VpsChangeOrders changes, RenewalOffers renewals, ResizeQuotes quotes) : IVpsChangePricing
{
    public async Task<Result<OrderItem>> PriceToday(OrderItem change, CancellationToken ct)
    {
        if (change.VpsId is not { } id || await vpsRepository.FindForUpdate(id, ct) is not { } vps)
            return OrderErrors.Unavailable;

        if (await changes.Pending(vps, change.Action, ct) is { } pending)
            return pending;

        return change.Action switch
        {
            OrderItemAction.Renew => await Renewal(vps, VpsChangeSpecs.ReadRenewal(change.Spec)!, ct),
            OrderItemAction.Resize => await Resize(vps, VpsChangeSpecs.ReadResize(change.Spec)!, ct),
            _ => OrderErrors.Unavailable,
        };
    }

    private async Task<Result<OrderItem>> Renewal(Vps vps, RenewSpec spec, CancellationToken ct)
    {
        var request = new RenewalRequest(spec.BillingCycleId, spec.CycleQty, spec.DurationMonths, spec.RenewDays);
        var offer = await renewals.Find(request, ct);
        return offer.IsSuccess ? changes.RenewalItem(vps, offer.Value) : offer.Error;
    }

    private async Task<Result<OrderItem>> Resize(Vps vps, ResizeSpec spec, CancellationToken ct)
    {
        var request = new ResizeRequest(spec.Spec, new PackageId(spec.TargetPackageId), ResetAddons: false, spec.ScheduledAt);
        var offer = await quotes.Quote(vps, request, ct);
        return offer.Map(found => VpsChangeOrders.ResizeItem(vps, found));
    }
}
